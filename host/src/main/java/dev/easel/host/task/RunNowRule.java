package dev.easel.host.task;

import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.HostedProvider.Slot;
import dev.easel.host.provider.ProviderRegistry;
import dev.easel.host.runtime.RuntimeEstimator;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a task is run while its client waits.
 *
 * <p>It is when nothing waits, the preferred provider has a free slot on this host, and nine of ten such runs are
 * expected to take at most 80 % of the time that the client waits.
 */
final class RunNowRule {
    private static final int SHARE_PERCENT = 80;

    private final ProviderRegistry registry;
    private final RuntimeEstimator estimator;
    private final TaskQueue queue;

    RunNowRule(ProviderRegistry registry, RuntimeEstimator estimator, TaskQueue queue) {
        this.registry = registry;
        this.estimator = estimator;
        this.queue = queue;
    }

    /** Gives the slot to run in; empty if the task is to be queued. */
    Optional<Slot> slotFor(int images, Duration budget, Instant now) {
        Optional<HostedProvider> preferred = registry.preferred();
        Optional<Slot> slot = slotOf(preferred, images, budget);
        if (slot.isEmpty() && !registry.preferred().equals(preferred)) {
            // Another version took its place in between.
            slot = slotOf(registry.preferred(), images, budget);
        }
        return slot.flatMap(taken -> keepUnlessOthersWait(taken, now));
    }

    private Optional<Slot> slotOf(Optional<HostedProvider> provider, int images, Duration budget) {
        return provider.filter(chosen -> fits(chosen, images, budget)).flatMap(HostedProvider::tryAcquire);
    }

    private boolean fits(HostedProvider provider, int images, Duration budget) {
        Duration share = budget.multipliedBy(SHARE_PERCENT).dividedBy(100);
        return estimator.estimate(provider, images).cautious().compareTo(share) <= 0;
    }

    private Optional<Slot> keepUnlessOthersWait(Slot slot, Instant now) {
        boolean kept = false;
        try {
            kept = queue.waiting(now, 1).isEmpty();
            return kept ? Optional.of(slot) : Optional.empty();
        } finally {
            if (!kept) {
                slot.close();
            }
        }
    }
}
