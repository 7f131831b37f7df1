package dev.easel.host.provider;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads plugins and lets them serve, a new version only when it can do what the old one did; for use by one thread.
 *
 * <p>While a plugin is loaded the version before it serves on.
 */
final class Takeover {
    private static final Logger LOGGER = LoggerFactory.getLogger(Takeover.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

    private final PluginLoading loading;
    private final LivePlugins live;
    private final PluginStatuses statuses;
    private final Departures departures;
    private final Duration patience;

    /**
     * Makes one.
     *
     * @param patience how long a new version may take to become ready
     */
    Takeover(
            PluginLoading loading,
            LivePlugins live,
            PluginStatuses statuses,
            Departures departures,
            Duration patience) {
        this.loading = loading;
        this.live = live;
        this.statuses = statuses;
        this.departures = departures;
        this.patience = patience;
    }

    /**
     * Has a jar's plugin serve instead of the version before it, if there is one.
     *
     * @throws PluginRefusedException with every fault; the version before it serves on
     */
    void serve(VerifiedJar jar) throws PluginRefusedException {
        Optional<LoadedPlugin> before = live.of(jar.identity().id());
        LoadedPlugin plugin = loading.load(jar);
        PluginAudit.loaded(jar);
        plugin.providers().forEach(LoadedProvider::refreshReadiness);
        if (before.isPresent()) {
            awaitReadiness(plugin, before.get());
        }
        LOGGER.info(
                "Loaded plugin {} from {}, with providers {}",
                plugin.identity(),
                plugin.fileName(),
                plugin.providers().stream().map(LoadedProvider::id).toList());
        live.put(plugin);
        statuses.update(plugin, plugin.state());
        live.fireChange();
        before.ifPresent(this::sendOff);
    }

    /** Has a plugin serve no more. */
    void end(LoadedPlugin plugin) {
        live.remove(plugin);
        live.fireChange();
        sendOff(plugin);
    }

    private void sendOff(LoadedPlugin plugin) {
        departures.begin(plugin);
        // Whoever asked it for a slot in between was turned away, and asks its successor.
        live.fireChange();
    }

    private void awaitReadiness(LoadedPlugin plugin, LoadedPlugin before) throws PluginRefusedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> lacking = plugin.lackingBeside(before);
        while (!lacking.isEmpty()) {
            if (System.nanoTime() - deadline >= 0 || !pause()) {
                plugin.unload(patience);
                throw new PluginRefusedException(lacking.stream()
                        .map(reason -> reason + " Version " + before.identity().version()
                                + ", whose provider is ready, serves on.")
                        .toList());
            }
            plugin.providers().forEach(LoadedProvider::refreshReadiness);
            lacking = plugin.lackingBeside(before);
        }
    }

    private boolean pause() {
        try {
            Thread.sleep(Math.min(BETWEEN_QUESTIONS.toMillis(), patience.toMillis()));
            return true;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
