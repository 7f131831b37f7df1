package dev.easel.host;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.CallLogs;
import dev.easel.host.access.KnownUsers;
import dev.easel.host.access.PasswordAuthenticator;
import dev.easel.host.access.RemovedUsers;
import dev.easel.host.access.SharedCallLogs;
import dev.easel.host.access.Users;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.http.Health;
import dev.easel.host.http.HttpServer;
import dev.easel.host.http.HttpSettings;
import dev.easel.host.image.FileImageStore;
import dev.easel.host.metrics.Metrics;
import dev.easel.host.ocs.OcsRoutes;
import dev.easel.host.ocs.WaitLimits;
import dev.easel.host.provider.PluginHost;
import dev.easel.host.provider.PluginStatus;
import dev.easel.host.provider.ProviderTimings;
import dev.easel.host.provider.folder.FolderSettings;
import dev.easel.host.runtime.RecordedRuntimes;
import dev.easel.host.task.TaskCounts;
import dev.easel.host.task.TaskReports;
import dev.easel.host.task.TaskService;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** A whole host, wired and serving. */
final class Host implements RunningHost {
    /** How much longer than its budget a request may be idle. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Closer closer = new Closer();
    private final Metrics metrics = new Metrics();
    private final HttpServer server;
    private final TaskQueries tasks;
    private final UserAdministration users;
    private final PluginHost plugins;

    private Host(EaselConfig config, Clock clock) throws EngineException, IOException {
        try {
            closer.add("metrics", metrics);
            closer.add("data folder", DataFolder.take(config.folders().data()));
            Database database =
                    Database.open(config.database(), config.folders().data());
            closer.add("database", database);
            FileImageStore images = FileImageStore.open(config.folders().images(), clock);
            RecordedRuntimes runtimes = new RecordedRuntimes(database, clock);
            closer.add("runtimes", runtimes);
            PluginManagers managers = new PluginManagers();
            plugins = new PluginHost(
                    config,
                    clock,
                    managers,
                    ProviderTimings.defaults(),
                    FolderSettings.defaults(config.folders().data().resolve("staging")));
            closer.add("plugins", plugins);
            TaskService service = new TaskService(
                    new TaskService.Foundation(database, images, plugins, runtimes, clock),
                    config.tasks(),
                    config.providers().failover());
            observe(database, plugins, service, clock);
            KnownUsers known = new KnownUsers(database);
            managers.open(plugin -> service.managerFor(plugin, known));
            plugins.start();
            // What was recorded is read now, so that the first request finds it.
            plugins.all().forEach(provider -> runtimes.estimate(provider, 1));
            service.start(config.database().url().isEmpty());
            Patience patience = new Patience(config.tasks().stopTimeout());
            closer.add("tasks", () -> service.stop(patience.left()));
            users = users(database, service, known, clock);
            TaskReports reports = new TaskReports(database, plugins, clock);
            OcsRoutes routes = routes(config, service, known, callLogs(database, clock), clock);
            server = server(config, routes, () -> HealthReport.of(database, plugins), reports);
            server.start();
            closer.add("server", () -> server.stop(patience.left()));
            // Last, as the first client need not wait for it.
            metrics.start();
            plugins.watch();
            tasks = new DatabaseTasks(reports, () -> {});
        } catch (EngineException | IOException | RuntimeException | Error e) {
            closer.close();
            throw e;
        }
    }

    /** Starts a host; nothing is left running if that fails. */
    static Host start(EaselConfig config, Clock clock) throws EngineException {
        try {
            return new Host(config, clock);
        } catch (IOException | TaskStoreException | IllegalStateException e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }

    private void observe(Database database, PluginHost plugins, TaskService service, Clock clock) {
        service.addListener(metrics::count);
        metrics.observe(database);
        metrics.observe(new TaskCounts(database, clock));
        metrics.observe(plugins);
    }

    /** What removed users left is deleted from now on. */
    private UserAdministration users(Database database, TaskService service, KnownUsers known, Clock clock) {
        Users all = new Users(database, service.purge(), known::changed, clock);
        RemovedUsers removed = all.removed();
        closer.add("removed users", removed);
        removed.start();
        return new DatabaseUsers(all, () -> {});
    }

    private static OcsRoutes routes(EaselConfig config, TaskService service, KnownUsers known, CallLogs logs, Clock clock) {
        EaselConfig.Access access = config.access();
        return new OcsRoutes(
                service.manager(),
                new PasswordAuthenticator(known, access.guests(), access.limits(), clock),
                new AccessLimits(access.limits(), logs),
                new WaitLimits(config.tasks().runNowBudget(), access.maxWaiting()));
    }

    /** Hosts that share a database count together. */
    private CallLogs callLogs(Database database, Clock clock) {
        CallLogs logs = database.isShared() ? new SharedCallLogs(database, clock) : CallLogs.inMemory(clock);
        closer.add("limits", logs);
        return logs;
    }

    private HttpServer server(EaselConfig config, OcsRoutes routes, Supplier<Health> health, TaskReports reports) {
        EaselConfig.Listen listen = config.listen();
        return new HttpServer(
                HttpSettings.of(listen.bind(), listen.port())
                        .withIdleTimeout(config.tasks().runNowBudget().plus(IDLE))
                        .withRoomFor(config.access().maxWaiting()),
                routes,
                health,
                metrics,
                reports::page);
    }

    @Override
    public int port() {
        return server.port();
    }

    @Override
    public TaskQueries tasks() {
        return tasks;
    }

    @Override
    public UserAdministration users() {
        return users;
    }

    @Override
    public List<PluginStatus> plugins() {
        return plugins.statuses();
    }

    @Override
    public void close() {
        closer.close();
    }
}
