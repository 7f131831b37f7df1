package dev.easel.api.plugin;

import dev.easel.api.task.TextToImageManager;
import java.nio.file.Path;
import org.slf4j.Logger;

/**
 * What the host gives one plugin.
 *
 * <p>The host implements it. Safe for use by several threads; usable until the plugin is unloaded.
 */
public interface PluginContext {

    /**
     * Returns the plugin's id, from its manifest.
     *
     * @return {@code Plugin-Id}; matches {@code [a-z0-9][a-z0-9._@-]{0,63}}
     */
    String pluginId();

    /**
     * Returns the plugin's version, from its manifest.
     *
     * @return {@code Plugin-Version}, a semantic version
     */
    String pluginVersion();

    /**
     * Returns the plugin's own configuration, {@code plugin.<plugin id>}.
     *
     * @return every declared key, with the administrator's value or the default
     */
    PluginConfiguration configuration();

    /**
     * Returns the folder for the plugin's own files.
     *
     * @return an existing folder that no other plugin uses and that outlives the plugin
     */
    Path dataFolder();

    /**
     * Returns the plugin's logger.
     *
     * @return a logger named after the plugin; prompts and secrets do not belong into it at INFO or above
     */
    Logger logger();

    /**
     * Returns what orders, finds and deletes tasks.
     *
     * @return the host's task manager. It is not usable in an extension's constructor, before the host has started:
     *     there it throws {@link IllegalStateException}
     */
    TextToImageManager manager();
}
