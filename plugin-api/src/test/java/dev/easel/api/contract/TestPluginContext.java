package dev.easel.api.contract;

import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.task.TextToImageManager;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a host gives a plugin, for tests; immutable and safe for use by several threads. */
public final class TestPluginContext implements PluginContext {
    private static final String ID = "plugin-under-test";

    private final Path dataFolder;
    private final SortedMap<String, Object> values;
    private final Optional<TextToImageManager> manager;

    private TestPluginContext(Path dataFolder, SortedMap<String, Object> values, Optional<TextToImageManager> manager) {
        this.dataFolder = dataFolder;
        this.values = values;
        this.manager = manager;
    }

    /**
     * Makes a context without configuration.
     *
     * @param dataFolder an existing folder, such as JUnit's {@code @TempDir}
     * @return a context, to be refined by {@link #with} and {@link #withManager}
     */
    public static TestPluginContext in(Path dataFolder) {
        return new TestPluginContext(dataFolder, new TreeMap<>(), Optional.empty());
    }

    /**
     * Returns this context with one more configured value.
     *
     * <p>The host fills in what {@code plugin.conf} declares; a test names every key that the plugin reads.
     *
     * @param key as in {@code plugin.conf}, with dots between sections: {@code services.local.url}
     * @param value a {@link String}, {@link Integer}, {@link Double}, {@link Boolean}, {@link java.time.Duration} or a
     *     {@link java.util.List} of strings
     * @return a new context
     */
    public TestPluginContext with(String key, Object value) {
        SortedMap<String, Object> more = new TreeMap<>(values);
        more.put(key, value);
        return new TestPluginContext(dataFolder, more, manager);
    }

    /**
     * Returns this context with a task manager.
     *
     * @param newManager what {@link #manager()} returns
     * @return a new context
     */
    public TestPluginContext withManager(TextToImageManager newManager) {
        return new TestPluginContext(dataFolder, values, Optional.of(newManager));
    }

    @Override
    public String pluginId() {
        return ID;
    }

    @Override
    public String pluginVersion() {
        return "1.0.0";
    }

    @Override
    public PluginConfiguration configuration() {
        return new TestPluginConfiguration("", Map.copyOf(values));
    }

    @Override
    public Path dataFolder() {
        return dataFolder;
    }

    @Override
    public Logger logger() {
        return LoggerFactory.getLogger("plugin." + ID);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the test gave no manager
     */
    @Override
    public TextToImageManager manager() {
        return manager.orElseThrow(() -> new IllegalStateException(
                "The host has not started: don't use the task manager in constructors; elsewhere, give the test one by "
                        + "TestPluginContext.withManager"));
    }
}
