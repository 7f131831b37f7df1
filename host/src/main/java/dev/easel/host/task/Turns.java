package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.commons.dbutils.ResultSetHandler;

/**
 * Gives callers turns: a new task gets the greater of the queue's present turn and one more than its caller's last one.
 *
 * <p>The present turn is that of the next task that may begin: one that waits for its next try would let newcomers
 * overtake everybody else. Where nothing waits, it is the last one given. Safe for use by several threads; where
 * several hosts store tasks of one caller at the same instant, these may get the same turn.
 */
final class Turns {
    /** ORDER BY names whole index prefixes, without which H2 sorts. */
    static final String PRESENT = """
            SELECT COALESCE(
                (SELECT turn FROM task WHERE status = 1 AND not_before <= ? ORDER BY status, turn LIMIT 1),
                (SELECT turn FROM task WHERE status = 1 ORDER BY status, turn LIMIT 1),
                -1)""";

    private static final String LAST = "SELECT COALESCE(MAX(turn), 0) FROM task";

    static final String LAST_OF_CALLER =
            "SELECT turn FROM task WHERE turn_key = ? ORDER BY turn_key DESC, turn DESC LIMIT 1";

    private static final ResultSetHandler<Long> TURN = rows -> rows.next() ? rows.getLong(1) : -1;
    private static final Present NONE = new Present(-1, Instant.EPOCH);
    private static final int LOCKS = 64;

    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);
    private final Database database;
    private final Duration fresh;
    private volatile Present present = NONE;

    private record Present(long turn, Instant readAt) {}

    /**
     * Makes a source of turns.
     *
     * @param fresh for how long the queue's present turn is taken to be what it was; a newcomer is at most so much
     *     further ahead
     */
    Turns(Database database, Duration fresh) {
        this.database = database;
        this.fresh = fresh;
    }

    /** Has a caller's next turn used before it is asked for again. */
    void take(String caller, Instant now, LongConsumer use) {
        Lock lock = locks[Math.floorMod(caller.hashCode(), LOCKS)];
        lock.lock();
        try {
            use.accept(Math.max(present(now), database.query(LAST_OF_CALLER, TURN, caller) + 1));
        } finally {
            lock.unlock();
        }
    }

    private long present(Instant now) {
        Present last = present;
        Duration age = Duration.between(last.readAt(), now);
        if (age.isNegative() || age.compareTo(fresh) >= 0) {
            last = new Present(database.query(PRESENT, TURN, now.toEpochMilli()), now);
            // While nothing waits, each new task may change it.
            present = last.turn() < 0 ? NONE : last;
        }
        return last.turn() < 0 ? database.query(LAST, TURN) : last.turn();
    }
}
