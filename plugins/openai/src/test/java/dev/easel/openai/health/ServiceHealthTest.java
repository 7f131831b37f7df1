package dev.easel.openai.health;

import dev.easel.api.provider.Readiness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ServiceHealthTest {
    private final MovingClock clock = new MovingClock();
    private Optional<String> problem = Optional.empty();
    private int probes;
    private final ServiceHealth health = new ServiceHealth(
            () -> {
                probes++;
                return problem;
            },
            clock);

    @Test
    void aServiceIsAskedOnceAndNotAtEveryLook() {
        assertTrue(health.readiness().isReady());
        clock.pass(Duration.ofSeconds(5));
        assertTrue(health.readiness().isReady());
        assertEquals(1, probes);
    }

    @Test
    void aServiceThatHasAProblemIsReadyWhenItIsGone() {
        problem = Optional.of("It cannot be reached.");
        assertEquals(Readiness.notReady("It cannot be reached."), health.readiness());
        problem = Optional.empty();
        assertFalse(health.readiness().isReady(), "it is not asked again at once");
        clock.pass(Duration.ofSeconds(30));
        assertTrue(health.readiness().isReady());
    }

    @Test
    void whatARunFoundMissingHoldsForAMinute() {
        health.lacks("The key is refused.");
        clock.pass(Duration.ofSeconds(59));
        assertEquals(Readiness.notReady("The key is refused."), health.readiness());
        assertEquals(0, probes);
        clock.pass(Duration.ofSeconds(1));
        assertTrue(health.readiness().isReady(), "another run may try");
    }

    @Test
    void whatIsFoundMissingAgainAndAgainHoldsLongerAndLonger() {
        for (int minutes : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            health.lacks("There is no credit left.");
            clock.pass(Duration.ofMinutes(minutes).minusSeconds(1));
            assertFalse(health.readiness().isReady(), minutes + " minutes");
            clock.pass(Duration.ofSeconds(1));
            assertTrue(health.readiness().isReady(), minutes + " minutes");
        }
    }

    @Test
    void runsThatEndTogetherCountOnce() {
        health.lacks("There is no credit left.");
        health.lacks("There is no credit left.");
        clock.pass(Duration.ofMinutes(1));
        assertTrue(health.readiness().isReady());
    }

    @Test
    void aRunThatSucceedsMakesUpForAllThatWas() {
        health.lacks("There is no credit left.");
        clock.pass(Duration.ofMinutes(1));
        health.readiness();
        health.lacks("There is no credit left.");
        health.works();
        assertTrue(health.readiness().isReady());
        health.lacks("There is no credit left.");
        clock.pass(Duration.ofMinutes(1));
        assertTrue(health.readiness().isReady());
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
