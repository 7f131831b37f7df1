package dev.easel.host.ocs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Lets no more requests wait for their images than there is room for.
 *
 * <p>One that waits holds no thread, but memory and a connection. Safe for use by several threads.
 */
final class WaitingRoom {
    private final WaitLimits limits;
    private final AtomicInteger waiting = new AtomicInteger();

    WaitingRoom(WaitLimits limits) {
        this.limits = limits;
    }

    /** Takes a place for a request that is ready to wait; where there is none, its patience is zero. */
    Place enter(Prefer prefer) {
        Duration patience = prefer.lower(limits.budget());
        if (patience.isZero() || !takePlace()) {
            return new Place(Duration.ZERO, () -> {});
        }
        return new Place(patience, waiting::decrementAndGet);
    }

    private boolean takePlace() {
        int before = waiting.getAndUpdate(count -> count < limits.requests() ? count + 1 : count);
        return before < limits.requests();
    }

    /**
     * What a request was granted.
     *
     * @param patience how long it may wait; zero if not at all
     * @param leave gives the place back
     */
    record Place(Duration patience, Runnable leave) {

        /** Waits for what takes as long as is allowed, then gives the place back. */
        <T> CompletableFuture<T> waitFor(Function<Duration, CompletableFuture<T>> work) {
            try {
                return work.apply(patience).whenComplete((result, failure) -> leave.run());
            } catch (RuntimeException e) {
                leave.run();
                throw e;
            }
        }
    }
}
