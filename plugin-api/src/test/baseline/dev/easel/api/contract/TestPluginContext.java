package dev.easel.api.contract;
import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.task.TextToImageManager;
import java.nio.file.Path;
import org.slf4j.Logger;
public final class TestPluginContext implements PluginContext {
    private TestPluginContext() {}
    public static TestPluginContext in(Path dataFolder) { throw new Error(); }
    public TestPluginContext with(String key, Object value) { throw new Error(); }
    public TestPluginContext withManager(TextToImageManager newManager) { throw new Error(); }
    public String pluginId() { throw new Error(); }
    public String pluginVersion() { throw new Error(); }
    public PluginConfiguration configuration() { throw new Error(); }
    public Path dataFolder() { throw new Error(); }
    public Logger logger() { throw new Error(); }
    public TextToImageManager manager() { throw new Error(); }
}
