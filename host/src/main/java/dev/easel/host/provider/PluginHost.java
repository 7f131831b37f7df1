package dev.easel.host.provider;

import dev.easel.api.task.TextToImageManager;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.provider.folder.FolderSettings;
import dev.easel.host.provider.folder.PluginFolder;
import dev.easel.host.provider.folder.Staging;
import dev.easel.host.provider.jar.JarExaminer;
import java.net.URLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plugins of this host, from the jars of the plugins folder.
 *
 * <p>Each plugin has a class loader and threads of its own, and is loaded from a private copy of its jar. A jar that
 * cannot be loaded is reported in {@link #statuses()} and in the log, and the others load. Started once, perhaps told
 * to watch, and closed once, by one thread; everything else is safe for use by several threads.
 */
public final class PluginHost implements ProviderRegistry, AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(PluginHost.class);

    private final ProviderTimings timings;
    private final PreferenceOrder preference;
    private final PluginStatuses statuses;
    private final Departures departures;
    private final LiveFolder folder;
    private final LivePlugins live = new LivePlugins();
    private final ReadinessMonitor monitor = new ReadinessMonitor(live::providers, this::changed);

    /**
     * Makes a host without plugins.
     *
     * @param config names the folders, the preferred providers and what is configured for plugins
     * @param clock tells since when a plugin is in its state
     * @param managers gives each plugin, by its id, the task manager; throws {@link IllegalStateException} while the
     *     host has not started
     * @param timings how long plugins are waited for
     * @param settings how the folder is watched
     */
    public PluginHost(
            EaselConfig config,
            Clock clock,
            Function<String, TextToImageManager> managers,
            ProviderTimings timings,
            FolderSettings settings) {
        this.timings = timings;
        preference = new PreferenceOrder(config.providers().preferred());
        statuses = new PluginStatuses(clock);
        departures = new Departures(
                config.pluginPolicy().drain(), timings.loading(), statuses, new UnloadedLoaders(settings.leftovers()));
        PluginEnvironment environment = new PluginEnvironment(
                config.plugins(),
                config.folders().data().resolve("plugins"),
                managers,
                config.providers().slots());
        PluginLoading loading = new PluginLoading(environment, timings, live::ownerOf, monitor::recheckSoon, clock);
        Takeover takeover = new Takeover(loading, live, statuses, departures, settings.takeover());
        PluginFolder jars = new PluginFolder(config.folders().plugins());
        Staging staging = new Staging(settings.staging());
        FolderKeeper keeper = new FolderKeeper(
                new JarVerification(jars, staging, new JarExaminer(config.pluginPolicy(), clock)),
                takeover,
                live,
                statuses,
                clock);
        folder = new LiveFolder(jars, staging, settings, keeper, clock);
    }

    /** Loads every jar of the plugins folder and asks each provider whether it is ready. */
    public void start() {
        // Else the JDK keeps every jar open, for ever, that a plugin reads a resource of by its URL.
        URLConnection.setDefaultUseCaches("jar", false);
        folder.load();
        warnOfUnknownPreferences();
        monitor.start(timings.recheck());
        changed();
    }

    /** From now on follows what happens in the plugins folder; after the start. */
    public void watch() {
        folder.watch();
    }

    @Override
    public List<HostedProvider> providers() {
        return preference.arrange(live.providers());
    }

    /**
     * Returns all that is loaded, even what tasks are not given to.
     *
     * @return every loaded provider, in the order of loading
     */
    public List<HostedProvider> all() {
        return List.copyOf(live.providers());
    }

    @Override
    public List<HostedListener> listeners() {
        return live.all().stream()
                .<HostedListener>flatMap(plugin -> plugin.listeners().stream())
                .toList();
    }

    /**
     * Returns what has become of every jar of the plugins folder, and of plugins whose jars are gone or have changed.
     *
     * @return a snapshot, ordered by file name
     */
    public List<PluginStatus> statuses() {
        return statuses.all();
    }

    @Override
    public void onChange(Runnable listener) {
        live.onChange(listener);
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
        folder.close();
        monitor.close();
        live.all().forEach(plugin -> statuses.update(plugin, PluginStatus.State.DRAINING));
        Drain.of(live.providers(), patience);
        departures.close(Duration.ZERO);
        List<LoadedPlugin> plugins = live.all();
        for (int i = plugins.size() - 1; i >= 0; i--) {
            LoadedPlugin plugin = plugins.get(i);
            live.remove(plugin);
            plugin.unload(timings.loading());
            statuses.remove(plugin);
        }
        folder.forget();
        live.fireChange();
    }

    private void changed() {
        live.all().forEach(plugin -> statuses.update(plugin, plugin.state()));
        live.fireChange();
    }

    private void warnOfUnknownPreferences() {
        List<String> known =
                live.providers().stream().map(LoadedProvider::id).sorted().toList();
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
