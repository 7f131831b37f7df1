package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts tasks, those of all hosts on the database together; safe for use by several threads. */
public final class TaskCounts {
    /** By the index of the queue: as cheap as few tasks wait and run, however many have ended. */
    private static final String OPEN = """
            SELECT status, COUNT(*) AS tasks, SUM(CASE WHEN not_before <= ? THEN 1 ELSE 0 END) AS due
            FROM task WHERE status IN (1, 2) GROUP BY status""";

    private static final String HEAD = """
            SELECT GREATEST(changed_at, not_before) FROM task WHERE status = 1 AND not_before <= ?
            ORDER BY status, turn, seq LIMIT 1""";

    /** By an index alone, but all of it. */
    private static final String ENDED = """
            SELECT status, COUNT(*) AS tasks, 0 AS due FROM task WHERE status IN (3, 4) GROUP BY status""";

    private final Database database;
    private final Clock clock;

    /**
     * The tasks that have not ended.
     *
     * @param scheduled how many wait
     * @param due how many of them could begin now, if there were a free slot
     * @param running how many run
     * @param headAge how long the task that is next in turn could have been begun; zero if none could
     */
    public record Open(long scheduled, long due, long running, Duration headAge) {}

    /**
     * The tasks that have ended and are still kept.
     *
     * @param successful how many have images
     * @param failed how many failed
     */
    public record Ended(long successful, long failed) {}

    /**
     * Makes counts.
     *
     * @param database where the tasks are
     * @param clock the time
     */
    public TaskCounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Counts the tasks that have not ended; reads as many index entries.
     *
     * @return the present numbers
     * @throws dev.easel.api.task.TaskStoreException if the database fails
     */
    public Open open() {
        Instant now = clock.instant();
        Tally tally = database.query(OPEN, Tally::read, now.toEpochMilli());
        return new Open(tally.of(TaskStatus.SCHEDULED), tally.due, tally.of(TaskStatus.RUNNING), headAge(now));
    }

    /**
     * Counts the tasks that have ended; reads as many index entries, which may be a million.
     *
     * @return the present numbers
     * @throws dev.easel.api.task.TaskStoreException if the database fails
     */
    public Ended ended() {
        Tally tally = database.query(ENDED, Tally::read);
        return new Ended(tally.of(TaskStatus.SUCCESSFUL), tally.of(TaskStatus.FAILED));
    }

    private Duration headAge(Instant now) {
        long since =
                database.query(HEAD, rows -> rows.next() ? rows.getLong(1) : now.toEpochMilli(), now.toEpochMilli());
        return Duration.ofMillis(Math.max(0, now.toEpochMilli() - since));
    }

    private static final class Tally {
        private final long[] byCode = new long[TaskStatus.values().length];
        private long due;

        static Tally read(ResultSet rows) throws SQLException {
            Tally tally = new Tally();
            while (rows.next()) {
                int status = rows.getInt("status");
                tally.byCode[status] = rows.getLong("tasks");
                tally.due += status == TaskStatus.SCHEDULED.code() ? rows.getLong("due") : 0;
            }
            return tally;
        }

        long of(TaskStatus status) {
            return byCode[status.code()];
        }
    }
}
