package dev.easel.host.provider;

import dev.easel.api.provider.Readiness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Leaves a provider alone whose runs fail one after another, each time for longer; safe for use by several threads.
 *
 * <p>After five failures in a row it gets no runs for 30 s, then one run for a trial; if that fails too it is left
 * alone for twice as long, at most 15 min. From the third time on it counts as quarantined. One success and all is
 * forgotten. The pattern is the <a href="https://martinfowler.com/bliki/CircuitBreaker.html">circuit breaker</a>.
 */
final class Circuit {
    private static final int TOLERATED = 5;
    private static final int QUARANTINED_FROM = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    private final Clock clock;
    private int failures;
    private int pauses;
    private Instant pausedUntil = Instant.MIN;

    Circuit(Clock clock) {
        this.clock = clock;
    }

    /** Takes in that a run succeeded. */
    synchronized void succeeded() {
        failures = 0;
        pauses = 0;
        pausedUntil = Instant.MIN;
    }

    /** Takes in that a run failed; tells whether the provider is left alone from now on. */
    synchronized boolean failed() {
        failures++;
        // Runs that were under way beside the one that opened the circuit say nothing new.
        if (failures < TOLERATED || isPaused()) {
            return false;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(pauses, 10));
        pauses++;
        pausedUntil = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        return true;
    }

    /** Tells why the provider is not ready, if it is left alone now. */
    synchronized Optional<Readiness> objection() {
        return isPaused()
                ? Optional.of(Readiness.notReady("Its last " + failures + " runs failed (easel task list tells of "
                        + "each task why), so it is left alone, for the " + ordinal(pauses) + " time, until "
                        + pausedUntil.truncatedTo(ChronoUnit.SECONDS) + "; a higher version of its jar is tried at "
                        + "once."))
                : Optional.empty();
    }

    /** Tells whether only one run at a time is to be risked. */
    synchronized boolean isOnTrial() {
        return pauses > 0;
    }

    synchronized boolean isQuarantined() {
        return isPaused() && pauses >= QUARANTINED_FROM;
    }

    private boolean isPaused() {
        return clock.instant().isBefore(pausedUntil);
    }

    private static String ordinal(int number) {
        return switch (number) {
            case 1 -> "first";
            case 2 -> "second";
            case 3 -> "third";
            default -> number + "th";
        };
    }
}
