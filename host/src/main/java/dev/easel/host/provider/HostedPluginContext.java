package dev.easel.host.provider;

import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.task.TextToImageManager;
import java.nio.file.Path;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one plugin gets. */
record HostedPluginContext(
        PluginIdentity plugin,
        PluginConfiguration configuration,
        Path dataFolder,
        Function<String, TextToImageManager> managers)
        implements PluginContext {

    @Override
    public String pluginId() {
        return plugin.id();
    }

    @Override
    public String pluginVersion() {
        return plugin.version();
    }

    @Override
    public Logger logger() {
        return LoggerFactory.getLogger("plugin." + plugin.id());
    }

    @Override
    public TextToImageManager manager() {
        return managers.apply(plugin.id());
    }

    /** Without the configuration, which may hold secrets. */
    @Override
    public String toString() {
        return "context of plugin " + plugin;
    }
}
