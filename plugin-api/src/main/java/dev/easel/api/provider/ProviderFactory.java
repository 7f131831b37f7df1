package dev.easel.api.provider;

import dev.easel.api.plugin.PluginContext;
import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * Makes the providers of a plugin whose configuration says how many there are.
 *
 * <p>An implementation is marked with PF4J's {@code @Extension} and has a public constructor without parameters or one
 * that takes a {@link PluginContext}.
 */
public interface ProviderFactory extends ExtensionPoint {

    /**
     * Makes the providers; called once, when the plugin is loaded.
     *
     * @param context what the host gives this plugin
     * @return any number of providers, none of them with the id of another; a provider that lacks configuration is
     *     returned all the same and says so in {@link TextToImageProvider#readiness()}
     */
    List<TextToImageProvider> create(PluginContext context);
}
