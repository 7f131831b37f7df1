package dev.easel.dist;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.MariaDbServer;

/** A database of a MariaDB server that can be killed. */
final class MortalDatabase implements Mortal {
    private final MariaDbServer server = MariaDbServer.shared();
    private final EaselConfig.Database access = server.newDatabase();

    /** Has a host use this database. */
    EaselCommand usedBy(EaselCommand host) {
        return host.with("EASEL_DATABASE_URL", access.url().orElseThrow())
                .with("EASEL_DATABASE_USER", access.user())
                .with("EASEL_DATABASE_PASSWORD", access.password().value());
    }

    @Override
    public void kill() {
        server.kill();
    }

    @Override
    public void start() {
        server.restart();
    }

    /** Does nothing: a started server answers. */
    @Override
    public void awaitReady() {}
}
