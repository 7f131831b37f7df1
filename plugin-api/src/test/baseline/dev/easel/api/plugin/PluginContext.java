package dev.easel.api.plugin;
import dev.easel.api.task.TextToImageManager;
import java.nio.file.Path;
import org.slf4j.Logger;
public interface PluginContext {
    String pluginId();
    String pluginVersion();
    PluginConfiguration configuration();
    Path dataFolder();
    Logger logger();
    TextToImageManager manager();
}
