package dev.easel.host.access;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SlidingLogTest {
    private static final Duration WINDOW = Duration.ofMinutes(2);
    private static final Duration TICK = Duration.ofMillis(1);
    private static final int LIMIT = 5;

    private final SettableClock clock = new SettableClock();
    private final SlidingLog log = new SlidingLog(WINDOW, clock);

    private void fill(String key) {
        for (int i = 0; i < LIMIT; i++) {
            assertEquals(Optional.empty(), log.tryAdd(key, LIMIT));
        }
    }

    @Test
    void aMomentCountsUntilTheWindowIsOverToTheMillisecond() {
        fill("a");
        clock.advance(WINDOW.minus(TICK));
        assertEquals(Optional.of(TICK), log.tryAdd("a", LIMIT));
        clock.advance(TICK);
        assertEquals(Optional.empty(), log.tryAdd("a", LIMIT));
    }

    @Test
    void theDelayIsThatAfterWhichOneMorePassesAndNotBefore() {
        for (int i = 0; i < LIMIT; i++) {
            log.tryAdd("a", LIMIT);
            clock.advance(Duration.ofMillis(777));
        }
        Duration delay = log.tryAdd("a", LIMIT).orElseThrow();
        clock.advance(delay.minus(TICK));
        assertTrue(log.tryAdd("a", LIMIT).isPresent());
        clock.advance(TICK);
        assertEquals(Optional.empty(), log.tryAdd("a", LIMIT));
        assertEquals(Optional.of(Duration.ofMillis(777)), log.tryAdd("a", LIMIT));
    }

    @Test
    void itAgreesWithAPlainListOfMomentsWhateverComes() {
        Random random = new Random(4711);
        Deque<Long> accepted = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(3) == 0 ? random.nextInt(60_000) : 0));
            long now = clock.millis();
            accepted.removeIf(moment -> moment <= now - WINDOW.toMillis());
            boolean passes = accepted.size() < LIMIT;
            assertEquals(passes, log.tryAdd("a", LIMIT).isEmpty(), "call " + i);
            if (passes) {
                accepted.add(now);
            }
        }
    }

    @Test
    void aClockThatIsSetBackHasNobodyWaitForLongerThanTheWindow() {
        fill("a");
        clock.advance(Duration.ofHours(-1));
        assertEquals(Optional.of(WINDOW), log.tryAdd("a", LIMIT));
        clock.advance(WINDOW);
        assertEquals(Optional.empty(), log.tryAdd("a", LIMIT));
    }

    @Test
    void asManyOtherKeysAsThereIsRoomForDoNotHaveOneForgotten() {
        fill("victim");
        for (int i = 1; i < SlidingLog.MAX_KEYS; i++) {
            log.tryAdd("flood " + i, LIMIT);
        }
        assertTrue(log.tryAdd("victim", LIMIT).isPresent());
    }

    @Test
    void aMillionKeysTakeNoMoreRoomThanThereIsAndLockNobodyOut() {
        for (int i = 0; i < 1_000_000; i++) {
            assertEquals(Optional.empty(), log.tryAdd("flood " + i, LIMIT));
        }
        assertEquals(SlidingLog.MAX_KEYS, log.size());
        assertEquals(Optional.empty(), log.tryAdd("newcomer", LIMIT));
    }

    @Test
    void whatIsOverMakesRoomWithoutBeingAskedFor() {
        for (int i = 0; i < 1000; i++) {
            log.tryAdd("flood " + i, LIMIT);
        }
        clock.advance(WINDOW);
        log.tryAdd("a", LIMIT);
        assertEquals(1, log.size());
    }
}
