package dev.easel.host.provider;

import com.typesafe.config.Config;
import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.config.PluginConfigurations;
import dev.easel.host.config.Secret;
import dev.easel.host.logging.LogFormat;
import dev.easel.host.provider.folder.FolderSettings;
import dev.easel.host.task.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A plugin host over a temporary folder, with short timings and a task manager that keeps what plugins report. */
final class PluginHostBench implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    final Path plugins;
    final Path data;
    final SettableClock clock = new SettableClock(NOW);
    final Journal journal = new Journal();
    private Duration loading = Duration.ofSeconds(20);
    private Duration answer = Duration.ofSeconds(10);
    private Duration estimate = Duration.ofSeconds(10);
    private Duration recheck = Duration.ofHours(1);
    private EaselConfig.Trust trust = EaselConfig.Trust.ANY;
    private Duration drain = Duration.ofSeconds(10);
    private Duration takeover = Duration.ofSeconds(10);
    private List<String> preferred = List.of();
    private Map<String, Integer> slots = Map.of();
    private PluginConfigurations configurations = TestConfiguration::of;
    private Optional<PluginHost> host = Optional.empty();

    PluginHostBench(Path folder) {
        plugins = folder.resolve("plugins");
        data = folder.resolve("data");
        try {
            Files.createDirectories(plugins);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PluginHostBench allowingSlots(Map<String, Integer> allowed) {
        slots = allowed;
        return this;
    }

    PluginHostBench loadingWithin(Duration timeout) {
        loading = timeout;
        return this;
    }

    PluginHostBench answeringWithin(Duration timeout) {
        answer = timeout;
        estimate = timeout;
        return this;
    }

    PluginHostBench recheckingEvery(Duration interval) {
        recheck = interval;
        return this;
    }

    PluginHostBench drainingFor(Duration time) {
        drain = time;
        return this;
    }

    PluginHostBench takingOverWithin(Duration time) {
        takeover = time;
        return this;
    }

    PluginHostBench preferring(String... ids) {
        preferred = List.of(ids);
        return this;
    }

    PluginHostBench misconfigured(String... faults) {
        configurations = new PluginConfigurations() {
            @Override
            public PluginConfiguration of(String pluginId, Config declared) throws ConfigurationException {
                throw new ConfigurationException(List.of(faults));
            }
        };
        return this;
    }

    /** Puts a plugin into the folder, as {@code <file name>.jar}. */
    PluginHostBench drop(String fileName, TestPluginJar jar) throws IOException {
        jar.writeTo(plugins.resolve(fileName + ".jar"));
        return this;
    }

    /** Puts a plugin with one working provider of the same id into the folder. */
    PluginHostBench dropGood(String id) throws IOException {
        return drop(id, TestPluginJar.of(id).provider("GoodProvider", id, ""));
    }

    PluginHost start() {
        FolderSettings folderSettings = new FolderSettings(
                staging(), Duration.ofMillis(50), Duration.ofMillis(20), takeover, Duration.ofMillis(200));
        ProviderTimings timings = new ProviderTimings(loading, answer, estimate, recheck, Duration.ofSeconds(10));
        PluginHost started = new PluginHost(config(), clock, id -> journal, timings, folderSettings);
        host = Optional.of(started);
        started.start();
        return started;
    }

    /** Starts the host and has it follow what happens in the folder. */
    PluginHost watch() {
        PluginHost started = start();
        started.watch();
        return started;
    }

    Path staging() {
        return data.resolve("staging");
    }

    /** Lists the private copies that there are. */
    List<Path> staged() throws IOException {
        try (Stream<Path> files = Files.list(staging())) {
            return files.sorted().toList();
        }
    }

    /** Puts a plugin into the folder in one step, in place of what has that name. */
    PluginHostBench move(String fileName, TestPluginJar jar) throws IOException {
        Path written = jar.writeTo(plugins.resolve(fileName + ".jar.part"));
        Files.move(written, plugins.resolve(fileName + ".jar"), StandardCopyOption.REPLACE_EXISTING);
        return this;
    }

    PluginHostBench remove(String fileName) throws IOException {
        Files.delete(plugins.resolve(fileName + ".jar"));
        return this;
    }

    /** Waits until the plugins and jars of the folder are in these states: {@code "good 1.0.0 ready"}, by file name. */
    void awaitStates(String... states) {
        await().untilAsserted(() -> assertEquals(
                List.of(states),
                host().statuses().stream()
                        .map(status -> (status.pluginId().orElse(status.fileName()) + " "
                                        + status.version().orElse("") + " "
                                        + status.state().label())
                                .replace("  ", " "))
                        .toList()));
    }

    PluginHost host() {
        return host.orElseThrow();
    }

    HostedProvider provider(String id) {
        return host().providers().stream()
                .filter(provider -> provider.id().equals(id))
                .findAny()
                .orElseThrow(() -> new AssertionError("no provider " + id + " among " + host().statuses()));
    }

    PluginStatus status(String fileName) {
        return host().statuses().stream()
                .filter(status -> status.fileName().equals(fileName))
                .findAny()
                .orElseThrow(() -> new AssertionError("no status of " + fileName));
    }

    /** Returns the class loader of a plugin, without holding it; found by its threads. */
    WeakReference<ClassLoader> loaderOf(String pluginId) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("plugin-" + pluginId + "-"))
                .map(Thread::getContextClassLoader)
                .filter(Objects::nonNull)
                .findAny()
                .map(WeakReference::new)
                .orElseThrow(() -> new AssertionError("no thread of " + pluginId));
    }

    /** Has a provider make one image and returns what it wrote. */
    String run(String id, String prompt) throws Exception {
        MemorySink sink = new MemorySink(0);
        try (HostedProvider.Slot slot = provider(id).tryAcquire().orElseThrow()) {
            slot.generate(GenerationRequest.forPrompt(prompt).build(), List.<ImageSink>of(sink))
                    .done()
                    .get(20, TimeUnit.SECONDS);
        }
        return sink.text();
    }

    /** Waits for the end of a call that fails and returns what it failed with. */
    static Throwable failureOf(ProviderCall call) {
        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> call.done().get(20, TimeUnit.SECONDS));
        return Objects.requireNonNull(failed.getCause());
    }

    @Override
    public void close() {
        host.ifPresent(started -> started.close(Duration.ofSeconds(5)));
    }

    private EaselConfig.PluginPolicy policy() {
        return new EaselConfig.PluginPolicy(trust, Optional.of(pins()), Optional.empty(), new Secret(""), drain);
    }

    /** The file of sums, which counts where jars are {@linkplain #pinned() pinned}. */
    Path pins() {
        return data.resolveSibling("plugins.sha256");
    }

    PluginHostBench pinned() {
        trust = EaselConfig.Trust.PINNED;
        return this;
    }

    private EaselConfig config() {
        return new EaselConfig(
                new EaselConfig.Listen("127.0.0.1", 0),
                new EaselConfig.Folders(data, plugins, data.resolve("images")),
                new EaselConfig.Database(Optional.empty(), "", new Secret("")),
                new EaselConfig.Tasks(
                        Duration.ofSeconds(30),
                        12,
                        Duration.ofDays(7),
                        Duration.ofHours(1),
                        EaselConfig.RunDeadline.DEFAULT,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20)),
                EaselConfig.Http.DEFAULT,
                new EaselConfig.Access(true, true, 1000),
                new EaselConfig.Providers(preferred, false, slots),
                LogFormat.TEXT,
                policy(),
                configurations);
    }
}
