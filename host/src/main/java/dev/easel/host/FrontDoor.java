package dev.easel.host;

import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.Authenticator;
import dev.easel.host.access.CallLogs;
import dev.easel.host.access.KnownUsers;
import dev.easel.host.access.PasswordAuthenticator;
import dev.easel.host.access.ProxyAuthenticator;
import dev.easel.host.access.RemovedUsers;
import dev.easel.host.access.SharedCallLogs;
import dev.easel.host.access.Users;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.http.HttpSettings;
import dev.easel.host.ocs.OcsRoutes;
import dev.easel.host.ocs.WaitLimits;
import dev.easel.host.task.TaskService;
import dev.easel.host.task.UserDirectory;
import java.time.Clock;
import java.time.Duration;

/** Wires what stands between clients and tasks: who may call, how often, and how long they may wait. */
final class FrontDoor {
    /** How much longer than its budget a request may be idle. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final EaselConfig config;
    private final Database database;
    private final Clock clock;
    private final Closer closer;
    private final KnownUsers known;

    /** Makes one; what it starts is given to the closer. */
    FrontDoor(EaselConfig config, Database database, Clock clock, Closer closer) {
        this.config = config;
        this.database = database;
        this.clock = clock;
        this.closer = closer;
        this.known = new KnownUsers(database);
    }

    /** Returns who the users are that plugins name. */
    UserDirectory directory() {
        return known;
    }

    /** Begins to delete what removed users left, and returns what adds and removes users. */
    UserAdministration users(TaskService service) {
        Users all = new Users(database, service.purge(), known::changed, clock);
        RemovedUsers removed = all.removed();
        closer.add("removed users", removed);
        removed.start();
        return new DatabaseUsers(all, () -> {});
    }

    OcsRoutes routes(TaskService service) {
        EaselConfig.Access access = config.access();
        return new OcsRoutes(
                service.manager(),
                authenticator(),
                new AccessLimits(access.limits(), callLogs()),
                new WaitLimits(config.tasks().runNowBudget(), access.maxWaiting()));
    }

    private Authenticator authenticator() {
        EaselConfig.Access access = config.access();
        return new ProxyAuthenticator(
                new PasswordAuthenticator(known, access.guests(), access.limits(), clock), known::find);
    }

    /** Hosts that share a database count together. */
    private CallLogs callLogs() {
        CallLogs logs = database.isShared() ? new SharedCallLogs(database, clock) : CallLogs.inMemory(clock);
        closer.add("limits", logs);
        return logs;
    }

    HttpSettings settings() {
        EaselConfig.Listen listen = config.listen();
        return HttpSettings.of(listen.bind(), listen.port())
                .trusting(config.http())
                .withIdleTimeout(config.tasks().runNowBudget().plus(IDLE))
                .withRoomFor(config.access().maxWaiting());
    }
}
