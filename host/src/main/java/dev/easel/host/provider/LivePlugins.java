package dev.easel.host.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins that take new runs, in the order of loading; safe for use by several threads.
 *
 * <p>A plugin and the version that takes its place change in one step: no reader finds both, or neither.
 */
final class LivePlugins {
    private static final Logger LOGGER = LoggerFactory.getLogger(LivePlugins.class);

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<LoadedPlugin> plugins = List.of();

    List<LoadedPlugin> all() {
        return plugins;
    }

    List<LoadedProvider> providers() {
        return plugins.stream().flatMap(plugin -> plugin.providers().stream()).toList();
    }

    Optional<LoadedPlugin> of(String pluginId) {
        return plugins.stream()
                .filter(plugin -> plugin.identity().id().equals(pluginId))
                .findAny();
    }

    /** Tells which plugin serves a provider id. */
    Optional<String> ownerOf(String providerId) {
        return providers().stream()
                .filter(provider -> provider.id().equals(providerId))
                .map(LoadedProvider::pluginId)
                .findAny();
    }

    /** Puts a plugin in the place of the version before it, else at the end. */
    void put(LoadedPlugin plugin) {
        change(list -> {
            Optional<LoadedPlugin> before = of(plugin.identity().id());
            if (before.isPresent()) {
                list.set(list.indexOf(before.get()), plugin);
            } else {
                list.add(plugin);
            }
        });
    }

    void remove(LoadedPlugin plugin) {
        change(list -> list.remove(plugin));
    }

    /** Has an action run whenever something changed. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void fireChange() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failed) {
                LOGGER.error("A listener for changes of providers failed", failed);
            }
        }
    }

    private synchronized void change(Consumer<List<LoadedPlugin>> change) {
        List<LoadedPlugin> changed = new ArrayList<>(plugins);
        change.accept(changed);
        plugins = List.copyOf(changed);
    }
}
