package dev.easel.openai.call;

import dev.easel.api.provider.Cancellation;
import dev.easel.api.provider.GenerationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Until when a service does not want to be asked, by any run; safe for use by several threads.
 *
 * <p>A service that asks one run to come later means all of them: each further request would be refused too, and some
 * services count it.
 */
final class Pause {
    /** A run waits for so long itself; what takes longer goes back to the host's queue. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** However long a service says: it may have said nonsense. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final String name;
    private final Clock clock;
    private Instant until = Instant.EPOCH;

    Pause(String name, Clock clock) {
        this.name = name;
        this.clock = clock;
    }

    /** Has all runs wait from now on, for at most 10 minutes. */
    synchronized void begin(Duration delay) {
        Instant end = clock.instant().plus(delay.compareTo(LONGEST) < 0 ? delay : LONGEST);
        until = end.isAfter(until) ? end : until;
    }

    /**
     * Waits for the end of the pause.
     *
     * @throws GenerationException if that is too far away
     */
    void await(Cancellation cancellation) throws InterruptedException {
        for (Duration left = left(); left.toMillis() > 0; left = left()) {
            if (left.compareTo(PATIENCE) > 0) {
                throw GenerationException.providerAtFault(
                        "Service " + name + " has asked for no requests for " + left.toSeconds() + " s", left, null);
            }
            sleep(left, cancellation);
        }
    }

    /** Waits, or ends the run if it is cancelled meanwhile. */
    static void sleep(Duration delay, Cancellation cancellation) throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Cancellation.Registration wake = cancellation.onCancel(cancelled::countDown)) {
            if (cancelled.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                cancellation.throwIfCancelled();
            }
        }
    }

    private synchronized Duration left() {
        return Duration.between(clock.instant(), until);
    }
}
