package dev.easel.host;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.GuestAuthenticator;
import dev.easel.host.access.ProxyAuthenticator;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.http.Health;
import dev.easel.host.http.HttpServer;
import dev.easel.host.http.HttpSettings;
import dev.easel.host.image.FileImageStore;
import dev.easel.host.metrics.Metrics;
import dev.easel.host.ocs.OcsRoutes;
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
import java.util.Optional;
import java.util.function.Supplier;

/** A whole host, wired and serving. */
final class Host implements RunningHost {
    /** How much longer than its budget a request may be idle. */
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final Closer closer = new Closer();
    private final Metrics metrics = new Metrics();
    private final HttpServer server;
    private final TaskQueries tasks;
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
            managers.open(service::managerFor);
            plugins.start();
            // What was recorded is read now, so that the first request finds it.
            plugins.all().forEach(provider -> runtimes.estimate(provider, 1));
            service.start(config.database().url().isEmpty());
            Patience patience = new Patience(config.tasks().stopTimeout());
            closer.add("tasks", () -> service.stop(patience.left()));
            server = server(config, service, () -> HealthReport.of(database, plugins), clock);
            server.start();
            closer.add("server", () -> server.stop(patience.left()));
            // Last, as the first client need not wait for it.
            metrics.start();
            plugins.watch();
            tasks = new DatabaseTasks(new TaskReports(database, plugins, clock), () -> {});
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

    private HttpServer server(EaselConfig config, TaskService service, Supplier<Health> health, Clock clock) {
        EaselConfig.Listen listen = config.listen();
        Duration budget = config.tasks().runNowBudget();
        return new HttpServer(
                new HttpSettings(listen.bind(), listen.port(), budget.plus(IDLE), config.http()),
                new OcsRoutes(
                        service.manager(),
                        new ProxyAuthenticator(
                                new GuestAuthenticator(config.access().guests()), name -> Optional.empty()),
                        new AccessLimits(config.access().limits(), clock),
                        budget),
                health,
                metrics);
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
    public List<PluginStatus> plugins() {
        return plugins.statuses();
    }

    @Override
    public void close() {
        closer.close();
    }
}
