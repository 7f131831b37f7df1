package dev.easel.host.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the runs of providers that are about to be closed: first patiently, then after interrupting them. */
final class Drain {
    private static final Logger LOGGER = LoggerFactory.getLogger(Drain.class);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);

    private Drain() {}

    /** Returns when no run is under way, or when those that are cannot be ended. */
    static void of(List<LoadedProvider> providers, Duration patience) {
        providers.forEach(LoadedProvider::stopTakingRuns);
        try {
            List<LoadedProvider> busy = busyAfter(patience, providers);
            busy.forEach(Drain::interrupt);
            busyAfter(AFTER_INTERRUPT, busy);
        } catch (InterruptedException hurried) {
            providers.forEach(LoadedProvider::interruptRuns);
            Thread.currentThread().interrupt();
        }
    }

    private static void interrupt(LoadedProvider provider) {
        LOGGER.warn("A run of {} has not ended in time and is interrupted", provider);
        provider.interruptRuns();
    }

    private static List<LoadedProvider> busyAfter(Duration patience, List<LoadedProvider> providers)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<LoadedProvider> busy = new ArrayList<>();
        for (LoadedProvider provider : providers) {
            if (!provider.awaitRuns(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                busy.add(provider);
            }
        }
        return busy;
    }
}
