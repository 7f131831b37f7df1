package dev.easel.host;

import dev.easel.api.task.TextToImageManager;
import java.util.function.Function;

/** Gives each plugin the task manager, once there is one. */
final class PluginManagers implements Function<String, TextToImageManager> {
    private volatile Function<String, TextToImageManager> managers = id -> {
        throw new IllegalStateException("The task manager is not usable before the host has started");
    };

    /** Gives out managers from now on. */
    void open(Function<String, TextToImageManager> opened) {
        managers = opened;
    }

    @Override
    public TextToImageManager apply(String pluginId) {
        return managers.apply(pluginId);
    }
}
