package dev.easel.host.provider;

import dev.easel.api.event.TaskEventListener;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin in the process, from the end of its loading on: serves, is drained, is unloaded.
 *
 * <p>Unloaded once, by one thread; everything else may be called by several.
 */
final class LoadedPlugin {
    private static final Logger LOGGER = LoggerFactory.getLogger(LoadedPlugin.class);

    private final String fileName;
    private final PluginIdentity identity;
    private final PluginRuntime runtime;
    private final List<LoadedProvider> providers;
    private final List<LoadedListener> listeners;

    LoadedPlugin(
            String fileName,
            PluginIdentity identity,
            PluginRuntime runtime,
            List<LoadedProvider> providers,
            List<PluginObject<TaskEventListener>> listeners) {
        this.fileName = fileName;
        this.identity = identity;
        this.runtime = runtime;
        this.providers = List.copyOf(providers);
        this.listeners = listeners.stream()
                .map(listener -> new LoadedListener(identity.id(), listener))
                .toList();
    }

    /** Returns the jar's name in the plugins folder. */
    String fileName() {
        return fileName;
    }

    PluginIdentity identity() {
        return identity;
    }

    List<LoadedProvider> providers() {
        return providers;
    }

    List<LoadedListener> listeners() {
        return listeners;
    }

    /** Tells the state that follows from what the providers last said. */
    PluginStatus.State state() {
        boolean serves = providers.isEmpty()
                || providers.stream().anyMatch(provider -> provider.readiness().isReady());
        return serves ? PluginStatus.State.READY : PluginStatus.State.NOT_READY;
    }

    /** Tells what the providers that are not ready lack. */
    List<String> reasons() {
        return providers.stream()
                .flatMap(provider -> provider.readiness().reasons().stream()
                        .map(reason -> "Provider " + provider.id() + ": " + reason))
                .toList();
    }

    /** Closes the providers in reverse order, stops the plugin and takes it out of the process. */
    void unload(Duration timeout) {
        for (int i = providers.size() - 1; i >= 0; i--) {
            providers.get(i).close();
        }
        listeners.forEach(listener -> listener.object().forget());
        runtime.close(timeout);
        LOGGER.info("Unloaded plugin {}", identity);
    }
}
