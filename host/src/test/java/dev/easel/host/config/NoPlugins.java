package dev.easel.host.config;

import com.typesafe.config.Config;
import dev.easel.api.plugin.PluginConfiguration;

/** Stands where what is configured for plugins does not matter. */
enum NoPlugins implements PluginConfigurations {
    INSTANCE;

    @Override
    public PluginConfiguration of(String pluginId, Config declared) {
        throw new AssertionError("Nobody asks for " + pluginId);
    }

    static EaselConfig in(EaselConfig config) {
        return new EaselConfig(
                config.listen(),
                config.folders(),
                config.database(),
                config.tasks(),
                config.http(),
                config.access(),
                config.providers(),
                config.logFormat(),
                config.pluginPolicy(),
                INSTANCE);
    }
}
