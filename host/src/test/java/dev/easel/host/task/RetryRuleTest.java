package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RetryRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final RetryRule withoutJitter = new RetryRule(HOUR, WEEK, () -> 0);

    @Test
    void thePauseDoublesUpToFiveMinutes() {
        List<Long> seconds = IntStream.range(0, 12)
                .mapToObj(failures -> withoutJitter.delay(attempt(failures, NOW), Optional.empty()))
                .map(Duration::toSeconds)
                .toList();
        assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L), seconds);
    }

    @Test
    void anyNumberOfFailuresHasAPause() {
        assertEquals(Duration.ofMinutes(5), withoutJitter.delay(attempt(Integer.MAX_VALUE, NOW), Optional.empty()));
    }

    @Test
    void chanceShortensThePauseByUpToAHalf() {
        RetryRule shortest = new RetryRule(HOUR, WEEK, () -> 1);
        assertEquals(Duration.ofSeconds(4), shortest.delay(attempt(3, NOW), Optional.empty()));
        RetryRule middle = new RetryRule(HOUR, WEEK, () -> 0.5);
        assertEquals(Duration.ofSeconds(6), middle.delay(attempt(3, NOW), Optional.empty()));
    }

    @Test
    void theDelayThatTheProviderAskedForIsRespected() {
        assertEquals(
                Optional.of(NOW.plusSeconds(90)),
                withoutJitter.afterFault(attempt(0, NOW), Optional.of(Duration.ofSeconds(90)), NOW));
    }

    @Test
    void theProviderCannotAskForLessThanThePause() {
        assertEquals(
                Optional.of(NOW.plusSeconds(8)),
                withoutJitter.afterFault(attempt(3, NOW), Optional.of(Duration.ZERO), NOW));
    }

    @Test
    void theLastTryBeginsAtTheEndOfTheTime() {
        Instant firstFailure = NOW.minus(HOUR).plusSeconds(300);
        assertEquals(
                Optional.of(NOW.plusSeconds(300)),
                withoutJitter.afterFault(attempt(20, firstFailure), Optional.empty(), NOW));
        assertEquals(
                Optional.empty(),
                withoutJitter.afterFault(attempt(20, firstFailure.minusMillis(1)), Optional.empty(), NOW));
    }

    @Test
    void theTimeBeginsWithTheFirstFailureAndNotWithTheTask() {
        assertEquals(
                Optional.of(NOW.plusSeconds(1)),
                withoutJitter.afterFault(attempt(0, Optional.empty()), Optional.empty(), NOW));
    }

    @Test
    void withoutTimeForRetriesTheFirstFailureIsTheLast() {
        RetryRule never = new RetryRule(Duration.ZERO, WEEK, () -> 1);
        assertEquals(Optional.empty(), never.afterFault(attempt(0, Optional.empty()), Optional.empty(), NOW));
    }

    @Test
    void whoeverAsksForLongerThanThereIsTimeHasFailed() {
        assertEquals(
                Optional.empty(), withoutJitter.afterFault(attempt(0, NOW), Optional.of(HOUR.plusSeconds(1)), NOW));
        assertEquals(
                Optional.empty(),
                withoutJitter.afterFault(attempt(0, NOW), Optional.of(Duration.ofSeconds(Long.MAX_VALUE)), NOW));
    }

    @Test
    void aProviderMayLackSomethingForAsLongAsTasksAreKept() {
        Attempt attempt = attempt(0, NOW.minus(HOUR.multipliedBy(2)));
        Instant last = NOW.plus(WEEK);
        assertEquals(Optional.of(NOW.plusSeconds(1)), withoutJitter.afterLack(attempt, NOW));
        assertEquals(Optional.of(last), withoutJitter.afterLack(attempt, last.minusSeconds(1)));
        assertEquals(Optional.empty(), withoutJitter.afterLack(attempt, last));
    }

    private static Attempt attempt(int failures, Instant failingSince) {
        return attempt(failures, Optional.of(failingSince));
    }

    private static Attempt attempt(int failures, Optional<Instant> failingSince) {
        return new Attempt(1, failures + 1, TaskRequest.of("a fox", "app", 1), NOW, failures, failingSince);
    }
}
