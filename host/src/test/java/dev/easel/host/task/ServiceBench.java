package dev.easel.host.task;

import dev.easel.api.task.TextToImageManager;
import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.image.FileImageStore;
import dev.easel.host.provider.PluginHost;
import dev.easel.host.provider.ProviderTimings;
import dev.easel.host.provider.TestPluginJar;
import dev.easel.host.provider.folder.FolderSettings;
import dev.easel.host.runtime.DeclaredRuntimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The task service over real plugin jars, a real database and real files, as a host wires them. */
final class ServiceBench implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private ProviderTimings timings = ProviderTimings.defaults();
    private Optional<Running> running = Optional.empty();

    private record Running(Database database, PluginHost plugins, DirectedRegistry registry, TaskService service) {}

    ServiceBench(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("plugins"));
        Files.createDirectories(folder.resolve("data"));
    }

    /** Puts a plugin into the folder; the jars are loaded in the order of their names. */
    ServiceBench drop(String fileName, TestPluginJar jar) throws IOException {
        jar.writeTo(folder.resolve("plugins").resolve(fileName + ".jar"));
        return this;
    }

    /** Sets a key of the configuration by its environment variable. */
    ServiceBench with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Sets how long plugins are waited for. */
    ServiceBench waiting(ProviderTimings waiting) {
        timings = waiting;
        return this;
    }

    /** The plugins, once started. */
    PluginHost plugins() {
        return running.orElseThrow().plugins();
    }

    /** The providers as the service sees them, once started. */
    DirectedRegistry registry() {
        return running.orElseThrow().registry();
    }

    /** What administrators are told of tasks, once started. */
    TaskReports reports() {
        return new TaskReports(running.orElseThrow().database());
    }

    /** The folder that a plugin keeps its own files in. */
    Path dataOf(String pluginId) {
        return folder.resolve("data/plugins").resolve(pluginId);
    }

    TaskService start() throws IOException {
        Clock clock = Clock.systemUTC();
        EaselConfig config = config();
        Database database = EmbeddedDatabases.open(config.folders().data());
        TaskServices services = new TaskServices();
        PluginHost plugins = new PluginHost(
                config,
                clock,
                services::managerFor,
                timings,
                FolderSettings.defaults(config.folders().data().resolve("staging")));
        DirectedRegistry registry = new DirectedRegistry(plugins);
        services.service = Optional.of(new TaskService(
                new TaskService.Foundation(
                        database,
                        FileImageStore.open(config.folders().images(), clock),
                        registry,
                        new DeclaredRuntimes(),
                        clock),
                config.tasks(),
                config.providers().failover()));
        TaskService service = services.service.get();
        plugins.start();
        service.start(true);
        running = Optional.of(new Running(database, plugins, registry, service));
        return service;
    }

    private EaselConfig config() {
        try {
            return new ConfigLoader(folder, folder, environment)
                    .load(Optional.empty(), Map.of())
                    .config();
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (running.isPresent()) {
            running.get().service().stop(Duration.ofSeconds(5));
            running.get().plugins().close(Duration.ofSeconds(5));
            running.get().database().close();
            running = Optional.empty();
        }
    }

    private static final class TaskServices {
        private volatile Optional<TaskService> service = Optional.empty();

        TextToImageManager managerFor(String pluginId) {
            return service.orElseThrow().managerFor(pluginId, Owner::user);
        }
    }
}
