package dev.easel.host.access;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Hosts that share a MariaDB allow together no more than one. */
class SharedLimitsTest {
    private static final Caller ALICE = new Caller.User("alice", 1, false);
    private static final Caller GUEST = new Caller.Guest("192.0.2.1", Optional.empty());

    private Host one;
    private Host two;

    /** As much of a host as counts calls. */
    private static final class Host implements AutoCloseable {
        final Database database;
        final SharedCallLogs logs;
        final AccessLimits limits;

        Host(EaselConfig.Database settings, Path data, Clock clock) {
            database = Database.open(settings, data);
            logs = new SharedCallLogs(database, clock);
            limits = new AccessLimits(true, logs);
        }

        boolean admits(Caller caller) {
            return limits.admit(RateLimit.SCHEDULE, caller).isEmpty();
        }

        @Override
        public void close() {
            logs.close();
            database.close();
        }
    }

    /** The second host's own clock is an hour slow. */
    @BeforeEach
    void start(@TempDir Path data) {
        EaselConfig.Database settings = MariaDbServer.shared().newDatabase();
        one = new Host(settings, data, Clock.systemUTC());
        two = new Host(settings, data, Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
    }

    private static long admitted(int calls, Host host, Caller caller) {
        return IntStream.range(0, calls).filter(i -> host.admits(caller)).count();
    }

    @Test
    void togetherTheyAllowNoMoreThanOne() {
        assertEquals(13, admitted(13, one, ALICE));
        assertEquals(7, admitted(13, two, ALICE));
        assertEquals(0, admitted(13, one, ALICE));
        assertEquals(5, admitted(6, two, GUEST));
        assertEquals(0, admitted(6, one, GUEST));
    }

    @Test
    void togetherTheyAllowNoMoreThanOneWhenAllComeAtOnce() {
        AtomicInteger passed = new AtomicInteger();
        IntStream.range(0, 200).parallel().forEach(i -> {
            if ((i % 2 == 0 ? one : two).admits(ALICE)) {
                passed.incrementAndGet();
            }
        });
        assertEquals(20, passed.get());
    }

    @Test
    void bothTellTheSameTimeToWait() {
        admitted(20, one, ALICE);
        for (Host host : List.of(one, two)) {
            Duration delay = host.limits.admit(RateLimit.SCHEDULE, ALICE).orElseThrow();
            assertTrue(delay.compareTo(Duration.ofSeconds(100)) > 0, delay::toString);
            assertTrue(delay.compareTo(RateLimit.WINDOW) <= 0, delay::toString);
        }
    }

    @Test
    void aCallerWhoIsKnownToBeOverTheLimitIsRefusedWithoutAskingTheDatabase() {
        admitted(20, one, ALICE);
        two.admits(ALICE);
        one.database.update("DELETE FROM call_log");
        assertEquals(0, admitted(1, one, ALICE));
        assertEquals(0, admitted(1, two, ALICE));
    }

    @Test
    void togetherTheyForgiveNoMoreMissesThanOne() {
        IntStream.range(0, 5).forEach(i -> assertEquals(Optional.empty(), one.limits.countMiss(GUEST)));
        IntStream.range(0, 5).forEach(i -> assertEquals(Optional.empty(), two.limits.countMiss(GUEST)));
        assertTrue(one.limits.countMiss(GUEST).isPresent());
        assertTrue(one.limits.blockedByMisses(GUEST).isPresent());
        assertTrue(two.limits.countMiss(GUEST).isPresent());
        assertTrue(two.limits.blockedByMisses(GUEST).isPresent());
        assertEquals(Optional.empty(), two.limits.blockedByMisses(ALICE));
    }

    @Test
    void whileTheDatabaseIsAwayEachCountsByItselfFromWhatItKnows() {
        admitted(12, one, ALICE);
        one.database.update("ALTER TABLE call_log RENAME TO call_log_away");
        assertEquals(8, admitted(30, one, ALICE));
        assertEquals(20, admitted(30, two, ALICE));
        one.database.update("ALTER TABLE call_log_away RENAME TO call_log");
        await().until(() -> one.admits(new Caller.User("bob", 2, false)) && rows() == 2);
    }

    private int rows() {
        return one.database.query("SELECT COUNT(*) FROM call_log", rows -> {
            rows.next();
            return rows.getInt(1);
        });
    }
}
