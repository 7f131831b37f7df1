package dev.easel.host.access;

import dev.easel.host.database.Database;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.dbutils.ResultSetHandler;

/**
 * Counts calls in a database, exactly, on however many hosts.
 *
 * <p>Each key's row holds as many moments as its limit. A call is let in by one update, which is guarded by the oldest
 * of them being over and puts the new one in its place. Safe for use by several threads and hosts; every method may
 * throw {@link dev.easel.api.task.TaskStoreException}.
 */
final class CallStore {
    /** Milliseconds since the epoch have so many digits until the year 2286. */
    private static final int DIGITS = 13;

    private static final String NEVER = "0".repeat(DIGITS);
    private static final long EXPIRY_STEP_MILLIS = 60_000;
    private static final int SWEEP_BATCH = 1000;

    private static final String ADMIT = """
            UPDATE call_log SET moments = LEFT(CONCAT(?, moments), ?), expires_at = ?
            WHERE limit_key = ? AND SUBSTRING(moments, ?, 13) <= ?""";

    private static final String FIRST = "INSERT IGNORE INTO call_log (limit_key, moments, expires_at) VALUES (?, ?, ?)";

    private static final String READ = "SELECT moments FROM call_log WHERE limit_key = ?";

    private static final String SWEEP = "DELETE FROM call_log WHERE expires_at <= ? LIMIT ?";

    private static final ResultSetHandler<Optional<String>> MOMENTS =
            rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();

    private final Database database;
    private final Clock clock;

    /**
     * Makes a store.
     *
     * @param clock the same on all hosts, as the database's is
     */
    CallStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns the time by which all hosts count, in milliseconds since the epoch. */
    long now() {
        return clock.millis();
    }

    /**
     * Notes a moment unless the key has to wait.
     *
     * @param now the moment, in milliseconds since the epoch
     * @param windowMillis for how long it counts
     * @return empty if it was noted; else the latest moment that has to be over before the next is let in
     */
    OptionalLong tryAdd(String key, int limit, long windowMillis, long now) {
        while (!admit(key, limit, windowMillis, now)) {
            Optional<String> moments = database.query(READ, MOMENTS, key);
            if (moments.isPresent()) {
                long oldest = oldest(moments.get(), limit);
                if (oldest > now - windowMillis) {
                    return OptionalLong.of(oldest);
                }
            } else if (insert(key, limit, windowMillis, now)) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.empty();
    }

    private boolean admit(String key, int limit, long windowMillis, long now) {
        int oldest = (limit - 1) * DIGITS + 1;
        return database.update(
                        ADMIT,
                        digits(now),
                        limit * DIGITS,
                        expiry(now, windowMillis),
                        key,
                        oldest,
                        digits(now - windowMillis))
                == 1;
    }

    /** Fails where another call of this key is quicker. */
    private boolean insert(String key, int limit, long windowMillis, long now) {
        return database.update(FIRST, key, digits(now) + NEVER.repeat(limit - 1), expiry(now, windowMillis)) == 1;
    }

    /** A row of an Easel with another limit may hold fewer. */
    private static long oldest(String moments, int limit) {
        int from = (limit - 1) * DIGITS;
        return moments.length() < from + DIGITS ? 0 : Long.parseLong(moments.substring(from, from + DIGITS));
    }

    private static String digits(long millis) {
        return String.valueOf(millis + 10_000_000_000_000L).substring(1);
    }

    private static long expiry(long now, long windowMillis) {
        return ((now + windowMillis) / EXPIRY_STEP_MILLIS + 1) * EXPIRY_STEP_MILLIS;
    }

    /** Removes the rows whose moments are all over. */
    void sweep() {
        int removed;
        do {
            removed = database.update(SWEEP, now(), SWEEP_BATCH);
        } while (removed == SWEEP_BATCH && !Thread.currentThread().isInterrupted());
    }
}
