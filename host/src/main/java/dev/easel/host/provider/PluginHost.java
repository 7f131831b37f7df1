package dev.easel.host.provider;

import dev.easel.api.task.TextToImageManager;
import dev.easel.host.config.EaselConfig;
import java.net.URLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of this host, from the jars of the plugins folder.
 *
 * <p>Each plugin has a class loader and threads of its own. A jar that cannot be loaded is reported in
 * {@link #statuses()} and in the log, and the others load. Started once and closed once, by one thread; everything else
 * is safe for use by several threads.
 */
public final class PluginHost implements ProviderRegistry, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PluginHost.class);

    private final PluginFolder folder;
    private final ProviderTimings timings;
    private final PreferenceOrder preference;
    private final PluginStatuses statuses;
    private final FolderLoading loading;
    private final ReadinessMonitor monitor = new ReadinessMonitor(this::loadedProviders, this::changed);
    private final List<LoadedPlugin> plugins = new CopyOnWriteArrayList<>();
    private final List<Runnable> changeListeners = new CopyOnWriteArrayList<>();

    /**
     * Makes a host without plugins.
     *
     * @param config names the folders, the preferred providers and what is configured for plugins
     * @param clock tells since when a plugin is in its state
     * @param managers gives each plugin, by its id, the task manager; throws {@link IllegalStateException} while the
     *     host has not started
     * @param timings how long plugins are waited for
     */
    public PluginHost(
            EaselConfig config, Clock clock, Function<String, TextToImageManager> managers, ProviderTimings timings) {
        this.timings = timings;
        folder = new PluginFolder(config.folders().plugins());
        preference = new PreferenceOrder(config.providers().preferred());
        statuses = new PluginStatuses(clock);
        PluginEnvironment environment =
                new PluginEnvironment(config.plugins(), config.folders().data().resolve("plugins"), managers);
        loading = new FolderLoading(
                new PluginLoading(environment, timings, this::ownerOf, monitor::recheckSoon), statuses, this::add);
    }

    /** Loads every jar of the plugins folder and asks each provider whether it is ready. */
    public void start() {
        // Else the JDK keeps every jar open, for ever, that a plugin reads a resource of by its URL.
        URLConnection.setDefaultUseCaches("jar", false);
        loading.load(folder.jars());
        warnOfUnknownPreferences();
        monitor.start(timings.recheck());
        changed();
    }

    @Override
    public List<HostedProvider> providers() {
        return preference.arrange(loadedProviders());
    }

    /**
     * Returns all that is loaded, even what tasks are not given to.
     *
     * @return every loaded provider, in the order of loading
     */
    public List<HostedProvider> all() {
        return List.copyOf(loadedProviders());
    }

    @Override
    public List<HostedListener> listeners() {
        return plugins.stream()
                .<HostedListener>flatMap(plugin -> plugin.listeners().stream())
                .toList();
    }

    /**
     * Returns what has become of every jar of the plugins folder.
     *
     * @return a snapshot, ordered by file name
     */
    public List<PluginStatus> statuses() {
        return statuses.all();
    }

    @Override
    public void onChange(Runnable listener) {
        changeListeners.add(listener);
    }

    /** Closes the host; runs under way get {@link ProviderTimings#drain()}. */
    @Override
    public void close() {
        close(timings.drain());
    }

    /**
     * Gives out no more slots, waits for the runs under way, then interrupts them, then leaves them behind; closes the
     * providers and unloads the plugins in reverse order of loading.
     *
     * @param patience how long to wait before runs are interrupted, not negative
     */
    public void close(Duration patience) {
        monitor.close();
        plugins.forEach(plugin -> statuses.update(plugin, PluginStatus.State.DRAINING));
        Drain.of(loadedProviders(), patience);
        for (int i = plugins.size() - 1; i >= 0; i--) {
            LoadedPlugin plugin = plugins.remove(i);
            plugin.unload(timings.loading());
            statuses.remove(plugin);
        }
        fireChange();
    }

    private void add(LoadedPlugin plugin) {
        plugins.add(plugin);
        statuses.update(plugin, plugin.state());
    }

    private void changed() {
        plugins.forEach(plugin -> statuses.update(plugin, plugin.state()));
        fireChange();
    }

    private void fireChange() {
        for (Runnable listener : changeListeners) {
            try {
                listener.run();
            } catch (RuntimeException failed) {
                LOGGER.error("A listener for changes of providers failed", failed);
            }
        }
    }

    private List<LoadedProvider> loadedProviders() {
        return plugins.stream().flatMap(plugin -> plugin.providers().stream()).toList();
    }

    private Optional<String> ownerOf(String providerId) {
        return loadedProviders().stream()
                .filter(provider -> provider.id().equals(providerId))
                .map(LoadedProvider::pluginId)
                .findAny();
    }

    private void warnOfUnknownPreferences() {
        List<String> known =
                loadedProviders().stream().map(LoadedProvider::id).sorted().toList();
        List<String> unknown = preference.unknown(known);
        if (!unknown.isEmpty()) {
            LOGGER.warn(
                    "providers.preferred names {}, but there are no such providers; loaded are {}. Correct the list or "
                            + "add the plugin",
                    unknown,
                    known);
        }
    }
}
