package dev.easel.host.task;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.image.ImageStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has what is to be done again and again done, beside everything else. */
final class Maintenance implements AutoCloseable {
    /** What was not touched for so long belongs to no run, on any host, that is not known by its row. */
    private static final Duration SAFE_AGE = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Maintenance.class);
    private static final long SWEEP_SECONDS = 60;
    private static final long WATCH_SECONDS = 2;
    private static final int THREADS = 2;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, Maintenance::daemon);
    private final Retention retention;
    private final Leftovers leftovers;
    private final RunWatch watch;
    private final Clock clock;
    private int nextPart;

    Maintenance(Retention retention, Leftovers leftovers, RunWatch watch, Clock clock) {
        this.retention = retention;
        this.leftovers = leftovers;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Begins.
     *
     * @param alone whether no other host uses the same database, so that all leftovers are those of earlier processes
     */
    void start(boolean alone) {
        if (alone) {
            threads.execute(() -> guarded(this::sweepAll));
        }
        Future<?> sweeping =
                threads.scheduleWithFixedDelay(() -> guarded(this::sweep), 0, SWEEP_SECONDS, TimeUnit.SECONDS);
        Future<?> watching = threads.scheduleWithFixedDelay(
                () -> guarded(watch::look), WATCH_SECONDS, WATCH_SECONDS, TimeUnit.SECONDS);
        LOG.debug("Sweeping {} and watching {}", sweeping, watching);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void sweepAll() {
        for (int part = 0; part < ImageStore.PARTS && !Thread.currentThread().isInterrupted(); part++) {
            leftovers.sweep(part, Instant.MAX);
        }
    }

    private void sweep() {
        retention.sweep();
        leftovers.sweep(nextPart, clock.instant().minus(SAFE_AGE));
        nextPart = (nextPart + 1) % ImageStore.PARTS;
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (TaskStoreException e) {
            LOG.warn("Maintenance has to wait: {}", e.getMessage());
        } catch (RuntimeException e) {
            // A repeated task that throws would never be repeated again.
            LOG.error("Maintenance failed", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "maintenance");
        thread.setDaemon(true);
        return thread;
    }
}
