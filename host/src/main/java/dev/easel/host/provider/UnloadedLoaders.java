package dev.easel.host.provider;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the class loaders of unloaded plugins, and says what keeps one in memory; safe for use by several threads.
 *
 * <p>Nothing but a garbage collection tells whether a loader is held, and none is asked for here: a loader is looked at
 * for a while after its plugin was unloaded, and again when a collection of all generations did not take it.
 */
final class UnloadedLoaders implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(UnloadedLoaders.class);
    private static final int MOST_LOOKS = 1000;

    private final Duration interval;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(UnloadedLoaders::daemon);

    /**
     * Makes one.
     *
     * @param interval before the first look at a loader; later looks are ten times as far apart
     */
    UnloadedLoaders(Duration interval) {
        this.interval = interval;
    }

    void watch(PluginIdentity plugin, WeakReference<ClassLoader> loader) {
        lookLater(new Watched(plugin, loader, collections(), 0), interval);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** A loader, and how many collections there had been when its plugin was unloaded. */
    private record Watched(PluginIdentity plugin, WeakReference<ClassLoader> loader, long collections, int looks) {}

    private void lookLater(Watched watched, Duration delay) {
        try {
            Future<?> unused = thread.schedule(() -> look(watched), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOGGER.debug("The class loader of plugin {} is not watched, as the host stops", watched.plugin());
        }
    }

    private void look(Watched watched) {
        @Nullable ClassLoader loader = watched.loader().get();
        if (loader == null) {
            LOGGER.debug("The classes of plugin {} are gone", watched.plugin());
            return;
        }
        List<String> pins = LoaderPins.of(loader);
        if (!pins.isEmpty()) {
            LOGGER.warn(
                    "Plugin {} was unloaded, but its classes stay in memory until the host stops, held by {}. Tell its"
                            + " author",
                    watched.plugin(),
                    String.join(", ", pins));
        } else if (collections() > watched.collections() + 1) {
            LOGGER.warn(
                    "Plugin {} was unloaded, but its classes are still in memory after {} garbage collections; what"
                            + " holds them is not known. Tell its author",
                    watched.plugin(),
                    collections() - watched.collections());
        } else if (watched.looks() < MOST_LOOKS) {
            lookLater(
                    new Watched(watched.plugin(), watched.loader(), watched.collections(), watched.looks() + 1),
                    interval.multipliedBy(10));
        }
    }

    /** How many collections there were that unload classes; those of young objects alone do not. */
    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector -> List.of(collector.getMemoryPoolNames()).stream()
                        .anyMatch(pool -> pool.contains("Old Gen") || pool.contains("Tenured Gen")))
                .filter(collector -> !collector.getName().contains("Young"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static Thread daemon(Runnable work) {
        Thread made = new Thread(work, "unloaded-plugins");
        made.setDaemon(true);
        return made;
    }
}
