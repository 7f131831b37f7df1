package dev.easel.host.provider;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Plugins that were replaced or removed: each ends its runs and is unloaded, on a thread of its own.
 *
 * <p>Closed once; everything else is safe for use by several threads.
 */
final class Departures {
    private final Duration drain;
    private final Duration loading;
    private final PluginStatuses statuses;
    private final UnloadedLoaders unloaded;
    private final ExecutorService threads = Executors.newCachedThreadPool(Departures::newThread);

    /**
     * Makes one.
     *
     * @param drain how long the runs of a plugin may go on
     * @param loading how long its stop may take
     * @param statuses hear of every departure
     * @param unloaded watch what is left
     */
    Departures(Duration drain, Duration loading, PluginStatuses statuses, UnloadedLoaders unloaded) {
        this.drain = drain;
        this.loading = loading;
        this.statuses = statuses;
        this.unloaded = unloaded;
    }

    /** Sees a plugin off that is not live any more; returns at once, and from then on it takes no new runs. */
    void begin(LoadedPlugin plugin) {
        plugin.providers().forEach(LoadedProvider::stopTakingRuns);
        statuses.update(plugin, PluginStatus.State.DRAINING);
        threads.execute(() -> seeOff(plugin));
    }

    /** Ends all departures, after a while by interrupting what still runs. */
    void close(Duration patience) {
        unloaded.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(loading.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void seeOff(LoadedPlugin plugin) {
        Drain.of(plugin.providers(), drain);
        // Who hurried the drain still wants the plugin to be closed properly.
        Thread.interrupted();
        plugin.unload(loading);
        statuses.remove(plugin);
        unloaded.watch(plugin.identity(), plugin.loader());
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "plugin-departure");
        thread.setDaemon(true);
        return thread;
    }
}
