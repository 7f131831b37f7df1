package dev.easel.host.provider;

import dev.easel.api.event.TaskEventListener;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin in the process, from the end of its loading on: serves, is drained, is unloaded.
 *
 * <p>Unloaded once, by one thread; everything else may be called by several.
 */
final class LoadedPlugin {
    private static final Logger LOGGER = LoggerFactory.getLogger(LoadedPlugin.class);

    private final VerifiedJar jar;
    private final PluginRuntime runtime;
    private final List<LoadedProvider> providers;
    private final List<LoadedListener> listeners;

    LoadedPlugin(
            VerifiedJar jar,
            PluginRuntime runtime,
            List<LoadedProvider> providers,
            List<PluginObject<TaskEventListener>> listeners) {
        this.jar = jar.share();
        this.runtime = runtime;
        this.providers = List.copyOf(providers);
        this.listeners = listeners.stream()
                .map(listener -> new LoadedListener(jar.identity().id(), listener))
                .toList();
    }

    /** Returns the jar's name in the plugins folder. */
    String fileName() {
        return jar.fileName();
    }

    PluginIdentity identity() {
        return jar.identity();
    }

    /** Tells whether this is what lies in the folder as that jar. */
    boolean isFrom(VerifiedJar other) {
        return jar.fileName().equals(other.fileName())
                && jar.staged().sha256().equals(other.staged().sha256());
    }

    List<LoadedProvider> providers() {
        return providers;
    }

    List<LoadedListener> listeners() {
        return listeners;
    }

    /** Returns the class loader, without holding it. */
    WeakReference<ClassLoader> loader() {
        return runtime.loader();
    }

    /** Tells the state that follows from what the providers last said. */
    PluginStatus.State state() {
        boolean serves = providers.isEmpty()
                || providers.stream().anyMatch(provider -> provider.readiness().isReady());
        if (serves) {
            return PluginStatus.State.READY;
        }
        return providers.stream().anyMatch(LoadedProvider::isQuarantined)
                ? PluginStatus.State.QUARANTINED
                : PluginStatus.State.NOT_READY;
    }

    /** Tells what the providers that are not ready lack. */
    List<String> reasons() {
        return providers.stream()
                .flatMap(provider -> provider.readiness().reasons().stream()
                        .map(reason -> "Provider " + provider.id() + ": " + reason))
                .toList();
    }

    /** Tells what keeps the providers that another version has ready from being ready here too. */
    List<String> lackingBeside(LoadedPlugin other) {
        Set<String> ready = other.providers.stream()
                .filter(provider -> provider.readiness().isReady())
                .map(LoadedProvider::id)
                .collect(Collectors.toSet());
        return providers.stream()
                .filter(provider -> ready.contains(provider.id()))
                .filter(provider -> !provider.readiness().isReady())
                .map(provider -> "Its provider " + provider.id() + " is not ready: "
                        + String.join(" ", provider.readiness().reasons()))
                .toList();
    }

    /** Closes the providers in reverse order, stops the plugin and takes it out of the process. */
    void unload(Duration timeout) {
        for (int i = providers.size() - 1; i >= 0; i--) {
            providers.get(i).close();
        }
        listeners.forEach(listener -> listener.object().forget());
        runtime.close(timeout);
        jar.staged().close();
        LOGGER.info("Unloaded plugin {}", identity());
        PluginAudit.unloaded(jar);
    }
}
