package dev.easel.host;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.http.Health;
import dev.easel.host.http.HttpServer;
import dev.easel.host.image.FileImageStore;
import dev.easel.host.metrics.Metrics;
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
import java.util.List;
import java.util.function.Supplier;

/** A whole host, wired and serving. */
final class Host implements RunningHost {
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
            plugins = plugins(config, clock, managers);
            TaskService service = new TaskService(
                    new TaskService.Foundation(database, images, plugins, runtimes, clock),
                    config.tasks(),
                    config.providers().failover());
            observe(database, plugins, service, clock);
            FrontDoor door = new FrontDoor(config, database, clock, closer);
            managers.open(plugin -> service.managerFor(plugin, door.directory()));
            plugins.start();
            // What was recorded is read now, so that the first request finds it.
            plugins.all().forEach(provider -> runtimes.estimate(provider, 1));
            service.start(config.database().url().isEmpty());
            Patience patience = new Patience(config.tasks().stopTimeout());
            closer.add("tasks", () -> service.stop(patience.left()));
            users = door.users(service);
            TaskReports reports = new TaskReports(database, plugins, clock);
            Supplier<Health> health = () -> HealthReport.of(database, plugins);
            server = new HttpServer(door.settings(), door.routes(service), health, metrics, reports::page);
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

    private PluginHost plugins(EaselConfig config, Clock clock, PluginManagers managers) {
        PluginHost made = new PluginHost(
                config,
                clock,
                managers,
                ProviderTimings.defaults(),
                FolderSettings.defaults(config.folders().data().resolve("staging")));
        closer.add("plugins", made);
        return made;
    }

    private void observe(Database database, PluginHost plugins, TaskService service, Clock clock) {
        service.addListener(metrics::count);
        metrics.observe(database);
        metrics.observe(new TaskCounts(database, clock));
        metrics.observe(plugins);
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
