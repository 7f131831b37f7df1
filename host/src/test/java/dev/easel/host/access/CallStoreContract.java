package dev.easel.host.access;

import dev.easel.host.database.Database;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What every database has to do for calls that are counted. */
abstract class CallStoreContract {
    private static final long WINDOW = 120_000;
    private static final int LIMIT = 5;

    private final SettableClock clock = new SettableClock();
    private final CallStore store = new CallStore(database(), clock);

    /** An open database with a current schema. */
    abstract Database database();

    @BeforeEach
    void emptyTheTable() {
        database().update("DELETE FROM call_log");
    }

    private OptionalLong tryAdd(String key) {
        return store.tryAdd(key, LIMIT, WINDOW, store.now());
    }

    private int rows() {
        return database().query("SELECT COUNT(*) FROM call_log", rows -> {
            rows.next();
            return rows.getInt(1);
        });
    }

    @Test
    void asManyPassAsTheLimitSaysAndTheNextNamesTheOldest() {
        long first = store.now();
        for (int i = 0; i < LIMIT; i++) {
            assertEquals(OptionalLong.empty(), tryAdd("a"));
            clock.advance(Duration.ofMillis(10));
        }
        assertEquals(OptionalLong.of(first), tryAdd("a"));
        assertEquals(OptionalLong.empty(), tryAdd("A"));
    }

    @Test
    void aMomentCountsUntilTheWindowIsOverToTheMillisecond() {
        IntStream.range(0, LIMIT).forEach(i -> tryAdd("a"));
        clock.advance(Duration.ofMillis(WINDOW - 1));
        assertEquals(OptionalLong.of(store.now() - WINDOW + 1), tryAdd("a"));
        clock.advance(Duration.ofMillis(1));
        IntStream.range(0, LIMIT).forEach(i -> assertEquals(OptionalLong.empty(), tryAdd("a")));
        assertEquals(OptionalLong.of(store.now()), tryAdd("a"));
    }

    @Test
    void exactlyAsManyAsAreAllowedPassWhenAllComeAtOnceFromSeveralHosts() {
        CallStore other = new CallStore(database(), clock);
        AtomicInteger passed = new AtomicInteger();
        IntStream.range(0, 100).parallel().forEach(i -> {
            CallStore host = i % 2 == 0 ? store : other;
            if (host.tryAdd("a", 20, WINDOW, host.now()).isEmpty()) {
                passed.incrementAndGet();
            }
        });
        assertEquals(20, passed.get());
    }

    @Test
    void aRowThatAnotherLimitWroteIsUnderstood() {
        IntStream.range(0, LIMIT).forEach(i -> tryAdd("a"));
        assertEquals(OptionalLong.empty(), store.tryAdd("a", 20, WINDOW, store.now()));
        assertEquals(OptionalLong.of(store.now()), tryAdd("a"));
    }

    @Test
    void whatIsOverIsSweptAndNothingElse() {
        IntStream.range(0, 3).forEach(i -> tryAdd("old " + i));
        clock.advance(Duration.ofMillis(WINDOW));
        tryAdd("new");
        clock.advance(Duration.ofMinutes(1));
        store.sweep();
        assertEquals(1, rows());
        clock.advance(Duration.ofMillis(WINDOW));
        store.sweep();
        assertEquals(0, rows());
    }
}
