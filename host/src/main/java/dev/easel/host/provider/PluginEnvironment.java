package dev.easel.host.provider;

import dev.easel.api.task.TextToImageManager;
import dev.easel.host.config.PluginConfigurations;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/**
 * What the host gives to plugins.
 *
 * @param configurations what the administrator has configured for them
 * @param dataFolder the folder of their folders
 * @param managers the task manager for a plugin's id; throws {@link IllegalStateException} before the host has started
 * @param slots how many runs at once the administrator allows, by provider id
 */
record PluginEnvironment(
        PluginConfigurations configurations,
        Path dataFolder,
        Function<String, TextToImageManager> managers,
        Map<String, Integer> slots) {}
