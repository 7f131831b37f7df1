package dev.easel.host.runtime;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.config.Secret;
import dev.easel.host.database.Database;
import dev.easel.host.runtime.RuntimeRecord.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Records and databases for tests. */
final class Records {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private Records() {}

    static RuntimeRecord successful(String provider, int images, double seconds) {
        return of(provider, images, seconds, Outcome.SUCCESSFUL, false);
    }

    static RuntimeRecord of(String provider, int images, double seconds, Outcome outcome, boolean cold) {
        Duration ran = Duration.ofMillis(Math.round(seconds * 1000));
        return new RuntimeRecord(provider, "1.0.0", images, ran, Duration.ofMillis(5), outcome, cold, NOW);
    }

    static Database embedded(Path folder) {
        return Database.open(new EaselConfig.Database(Optional.empty(), "", new Secret("")), folder);
    }
}
