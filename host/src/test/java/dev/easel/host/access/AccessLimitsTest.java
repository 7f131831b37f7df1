package dev.easel.host.access;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AccessLimitsTest {
    private static final Caller ALICE = new Caller.User("alice", 1, false);
    private static final Caller GUEST = new Caller.Guest("192.0.2.1", Optional.empty());

    private final SettableClock clock = new SettableClock();
    private final AccessLimits limits = new AccessLimits(true, clock);

    @Test
    void allGuestsOfOneAddressAreOneCaller() {
        for (int i = 0; i < 5; i++) {
            Caller session = new Caller.Guest("192.0.2.1", Optional.of("session" + i));
            assertEquals(Optional.empty(), limits.admit(RateLimit.SCHEDULE, session));
        }
        assertEquals(Optional.of(RateLimit.WINDOW), limits.admit(RateLimit.SCHEDULE, GUEST));
        assertEquals(
                Optional.empty(), limits.admit(RateLimit.SCHEDULE, new Caller.Guest("192.0.2.2", Optional.empty())));
    }

    @Test
    void aUserIsNotTakenForAGuestOfTheSameName() {
        for (int i = 0; i < 5; i++) {
            limits.admit(RateLimit.LIST, new Caller.Guest("alice", Optional.empty()));
        }
        assertEquals(Optional.empty(), limits.admit(RateLimit.LIST, ALICE));
    }

    @Test
    void eachEndpointHasItsOwnLog() {
        IntStream.range(0, 5).forEach(call -> limits.admit(RateLimit.SCHEDULE, GUEST));
        assertEquals(Optional.empty(), limits.admit(RateLimit.FETCH, GUEST));
    }

    @Test
    void exactlyAsManyAsAreAllowedPassWhenAllComeAtOnce() {
        AtomicInteger passed = new AtomicInteger();
        IntStream.range(0, 1_000).parallel().forEach(call -> {
            if (limits.admit(RateLimit.SCHEDULE, ALICE).isEmpty()) {
                passed.incrementAndGet();
            }
        });
        assertEquals(20, passed.get());
    }

    @Test
    void switchedOffTheyRefuseNothing() {
        AccessLimits off = new AccessLimits(false, clock);
        for (int i = 0; i < 100; i++) {
            assertEquals(Optional.empty(), off.admit(RateLimit.SCHEDULE, GUEST));
            off.countMiss(GUEST);
        }
        assertEquals(Optional.empty(), off.blockedByMisses(GUEST));
    }

    @Test
    void theTenthMissBlocksUntilTheFirstIsHalfAnHourOld() {
        for (int i = 0; i < 10; i++) {
            assertEquals(Optional.empty(), limits.blockedByMisses(GUEST));
            limits.countMiss(GUEST);
            clock.advance(Duration.ofMinutes(1));
        }
        assertEquals(Optional.of(Duration.ofMinutes(20)), limits.blockedByMisses(GUEST));
        assertEquals(Optional.empty(), limits.blockedByMisses(ALICE));
        clock.advance(Duration.ofMinutes(20));
        assertEquals(Optional.empty(), limits.blockedByMisses(GUEST));
    }

    @Test
    void noNumberOfAddressesHasAUsersCallsForgotten() {
        IntStream.range(0, 20).forEach(call -> limits.admit(RateLimit.SCHEDULE, ALICE));
        for (int i = 0; i <= SlidingLog.MAX_KEYS; i++) {
            limits.admit(RateLimit.SCHEDULE, new Caller.Guest("address " + i, Optional.empty()));
        }
        assertEquals(Optional.of(RateLimit.WINDOW), limits.admit(RateLimit.SCHEDULE, ALICE));
    }

    @Test
    void noMoreMissesThanAreAllowedAreForgivenWhenAllComeAtOnce() {
        AtomicInteger forgiven = new AtomicInteger();
        IntStream.range(0, 1_000).parallel().forEach(call -> {
            if (limits.countMiss(GUEST).isEmpty()) {
                forgiven.incrementAndGet();
            }
        });
        assertEquals(AccessLimits.MISSES, forgiven.get());
    }
}
