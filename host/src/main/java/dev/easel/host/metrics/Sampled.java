package dev.easel.host.metrics;

import dev.easel.api.task.TaskStoreException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that is measured when it is wanted, but never more often than is cheap: after a measurement that took long,
 * it is kept for longer. Safe for use by several threads.
 */
final class Sampled<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Sampled.class);

    /** Measuring takes at most one part in so many of the time. */
    private static final long SHARE = 50;

    private final Supplier<T> source;
    private final Duration kept;
    private final Executor thread;
    private final LongSupplier nanoTime;
    private volatile Optional<T> latest = Optional.empty();
    private CompletableFuture<Void> measurement = CompletableFuture.completedFuture(null);
    private long freshUntil;

    /**
     * Makes one that is not measured yet.
     *
     * @param kept for how long a measured value is good enough, at least
     * @param thread where it is measured
     * @param nanoTime the time, as of {@link System#nanoTime}
     */
    Sampled(Supplier<T> source, Duration kept, Executor thread, LongSupplier nanoTime) {
        this.source = source;
        this.kept = kept;
        this.thread = thread;
        this.nanoTime = nanoTime;
        freshUntil = nanoTime.getAsLong();
    }

    /** The value measured last; empty if the last measurement failed or none has ended. */
    Optional<T> latest() {
        return latest;
    }

    /** Measures again where it is time to, and waits for that at most for a while. */
    void refresh(Duration patience) {
        try {
            begun().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("A measurement takes longer than {}; the one before stands until it is done", patience);
        } catch (ExecutionException e) {
            LOG.warn("A measurement failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized CompletableFuture<Void> begun() {
        if (measurement.isDone() && nanoTime.getAsLong() - freshUntil >= 0) {
            measurement = CompletableFuture.runAsync(this::measure, thread);
        }
        return measurement;
    }

    private void measure() {
        long began = nanoTime.getAsLong();
        try {
            latest = Optional.of(source.get());
        } catch (TaskStoreException e) {
            latest = Optional.empty();
            LOG.debug("The database does not answer", e);
        } finally {
            keep(nanoTime.getAsLong() - began);
        }
    }

    private synchronized void keep(long took) {
        freshUntil = nanoTime.getAsLong() + Math.max(kept.toNanos(), took * SHARE);
    }
}
