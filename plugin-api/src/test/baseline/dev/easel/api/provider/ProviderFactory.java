package dev.easel.api.provider;
import dev.easel.api.plugin.PluginContext;
import java.util.List;
import org.pf4j.ExtensionPoint;
public interface ProviderFactory extends ExtensionPoint {
    List<TextToImageProvider> create(PluginContext context);
}
