package dev.easel.host.provider;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks providers again whether they are ready, on one thread of the host; safe for use by several threads. */
final class ReadinessMonitor implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ReadinessMonitor.class);

    private static final Duration LAST_PATIENCE = Duration.ofSeconds(1);

    private final Supplier<List<LoadedProvider>> providers;
    private final Runnable whenChanged;
    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, ReadinessMonitor::newThread);

    private @Nullable ScheduledFuture<?> polling;

    /**
     * Makes one.
     *
     * @param providers those that are loaded now
     * @param whenChanged called after a provider's readiness has changed
     */
    ReadinessMonitor(Supplier<List<LoadedProvider>> providers, Runnable whenChanged) {
        this.providers = providers;
        this.whenChanged = whenChanged;
    }

    /** From now on asks those that are not ready, again and again; called once. */
    void start(Duration interval) {
        polling = executor.scheduleWithFixedDelay(
                this::recheckUnready, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Asks one provider soon. */
    void recheckSoon(LoadedProvider provider) {
        try {
            executor.execute(() -> recheck(provider));
        } catch (RejectedExecutionException closed) {
            LOGGER.debug("{} is not asked again, as the host stops", provider);
        }
    }

    /** Ends the asking; one that is under way is given a moment. */
    @Override
    public void close() {
        if (polling != null) {
            polling.cancel(false);
        }
        executor.shutdown();
        try {
            if (!executor.awaitTermination(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void recheckUnready() {
        tellOfPausesThatAreOver();
        providers.get().stream()
                .filter(provider -> !provider.readiness().isReady())
                .forEach(this::recheck);
    }

    private void tellOfPausesThatAreOver() {
        boolean changed = false;
        for (LoadedProvider provider : providers.get()) {
            changed |= provider.noteChange();
        }
        if (changed) {
            whenChanged.run();
        }
    }

    private void recheck(LoadedProvider provider) {
        try {
            if (!provider.isRetired() && provider.refreshReadiness()) {
                whenChanged.run();
            }
        } catch (RuntimeException failed) {
            // A repeated task that throws would never be repeated again.
            LOGGER.error("The readiness of {} could not be asked", provider, failed);
        }
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "provider-readiness");
        thread.setDaemon(true);
        return thread;
    }
}
