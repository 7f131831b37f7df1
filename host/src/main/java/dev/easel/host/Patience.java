package dev.easel.host;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a stop may still take: one time for all that is stopped one after the other; safe for use by several
 * threads.
 */
final class Patience {
    private static final long NOT_BEGUN = 0;

    private final Duration whole;
    private final AtomicLong began = new AtomicLong(NOT_BEGUN);

    Patience(Duration whole) {
        this.whole = whole;
    }

    /** What is left since this was asked for first; never negative. */
    Duration left() {
        long now = System.nanoTime();
        began.compareAndSet(NOT_BEGUN, now == NOT_BEGUN ? 1 : now);
        Duration left = whole.minusNanos(now - began.get());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
