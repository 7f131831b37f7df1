package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For how long running tasks are their hosts', and what becomes of those whose hosts are gone.
 *
 * <p>Safe for use by several threads and hosts.
 */
final class Leases {
    static final String EXTEND = """
            UPDATE task SET lease_until = ? WHERE status = 2 AND host = ? AND id IN (%s)""";

    static final String GIVE_BACK_STRAYS = """
            UPDATE task SET status = 1, host = NULL, lease_until = NULL, changed_at = ?
            WHERE status = 2 AND host = ? AND lease_until < ?""";

    static final String EXPIRED = "SELECT " + TaskRow.COLUMNS + " FROM task WHERE status = 2 AND lease_until < ?";

    private static final String CRASHED = """
            UPDATE task SET status = ?, reason = ?, crashes = crashes + 1, host = NULL, lease_until = NULL,
                            changed_at = ?, ended_at = ?, event_due = ?
            WHERE id = ? AND status = 2 AND attempt = ? AND lease_until < ?""";

    private final Database database;
    private final EndNews news;

    Leases(Database database, EndNews news) {
        this.database = database;
        this.news = news;
    }

    /** Extends the leases of tasks that a host runs. */
    void extend(String host, List<Long> tasks, Instant until) {
        if (!tasks.isEmpty()) {
            database.update(EXTEND.formatted(Ids.marks(tasks)), Ids.after(List.of(until.toEpochMilli(), host), tasks));
        }
    }

    /**
     * Gives back what a host claimed without learning that it had, because the connection was lost.
     *
     * @param leaseBefore later than the leases of such tasks, earlier than those that the host extended just now
     * @return how many there were
     */
    int giveBackStrays(String host, Instant leaseBefore, Instant now) {
        return database.update(GIVE_BACK_STRAYS, now.toEpochMilli(), host, leaseBefore.toEpochMilli());
    }

    /** Finds the running tasks whose leases expired. */
    List<TaskRow> expired(Instant now) {
        return database.query(EXPIRED, TaskRow.ALL, now.toEpochMilli());
    }

    /** Ends the run of a host that is gone; the task waits for another, or has failed if a reason is given. */
    boolean crashed(TaskRow task, @Nullable String reason, Instant leaseBefore, Instant now) {
        boolean stored = database.update(
                        CRASHED,
                        reason == null ? 1 : 4,
                        reason,
                        now.toEpochMilli(),
                        reason == null ? null : now.toEpochMilli(),
                        reason == null ? null : news.due(now),
                        task.id(),
                        task.run().attempt(),
                        leaseBefore.toEpochMilli())
                == 1;
        if (reason != null) {
            news.ended(stored, QueueEvent.Change.FAILED);
        }
        return news.told(stored, QueueEvent.Change.LEASE_LOST);
    }
}
