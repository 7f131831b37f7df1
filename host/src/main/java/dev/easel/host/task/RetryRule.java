package dev.easel.host.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * When a task whose provider failed is tried again.
 *
 * <p>After 1 s, then twice as long each time, at most 5 min, each time shortened by up to a half at random so that
 * tasks that failed together do not return together; never before the delay that the provider asked for. Where the
 * provider is at fault, for as long as is configured; where it lacks something, for as long as a task is kept.
 */
final class RetryRule {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Duration retryFor;
    private final Duration retention;
    private final DoubleSupplier random;

    /**
     * Makes a rule.
     *
     * @param retryFor how long after the first failure the last try may begin
     * @param retention how long after the task was stored a provider may still lack something
     * @param random numbers from 0 to 1
     */
    RetryRule(Duration retryFor, Duration retention, DoubleSupplier random) {
        this.retryFor = retryFor;
        this.retention = retention;
        this.random = random;
    }

    /** Says when to try again after a fault of the provider; empty if the task has failed for good. */
    Optional<Instant> afterFault(Attempt attempt, Optional<Duration> askedFor, Instant now) {
        Duration delay = delay(attempt, askedFor);
        Instant last = attempt.failingSince().orElse(now).plus(retryFor);
        // Compared as durations: a provider may ask for more than an instant can hold.
        return delay.compareTo(Duration.between(now, last)) > 0 ? Optional.empty() : Optional.of(now.plus(delay));
    }

    /** Says when to try again after the provider lacked something; empty if the task has failed for good. */
    Optional<Instant> afterLack(Attempt attempt, Instant now) {
        boolean kept = now.isBefore(attempt.createdAt().plus(retention));
        return kept ? Optional.of(now.plus(delay(attempt, Optional.empty()))) : Optional.empty();
    }

    /** Says how long to wait before a task is tried again. */
    Duration delay(Attempt attempt, Optional<Duration> askedFor) {
        long doubled = FIRST.toMillis() << Math.min(attempt.failures(), 30);
        double shortened = Math.min(doubled, LONGEST.toMillis()) * (1 - random.getAsDouble() / 2);
        Duration backoff = Duration.ofMillis(Math.round(shortened));
        return askedFor.filter(asked -> asked.compareTo(backoff) > 0).orElse(backoff);
    }
}
