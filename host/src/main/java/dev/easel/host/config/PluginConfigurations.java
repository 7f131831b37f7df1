package dev.easel.host.config;

import com.typesafe.config.Config;
import dev.easel.api.plugin.PluginConfiguration;

/** What the administrator has configured for plugins; safe for use by several threads. */
public interface PluginConfigurations {

    /**
     * Returns a plugin's configuration: its declared keys with the administrator's values or the declared defaults.
     *
     * @param pluginId the plugin's id
     * @param declared the plugin's {@code plugin.conf}, empty if its jar has none
     * @return every declared key
     * @throws ConfigurationException if the administrator set undeclared keys or values of another type than declared;
     *     names them all
     */
    PluginConfiguration of(String pluginId, Config declared) throws ConfigurationException;
}
