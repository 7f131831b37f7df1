package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.database.Database;
import dev.easel.host.image.ImageInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.dbutils.ResultSetHandler;
import org.jspecify.annotations.Nullable;

/**
 * The task table as a queue: claims, leases and ends of runs.
 *
 * <p>Every write names the attempt that it belongs to, and reports whether that attempt was still the present one; a
 * host whose lease expired finds that it was not. Safe for use by several threads and hosts.
 */
final class TaskQueue {
    static final String WAITING = "SELECT " + TaskRow.COLUMNS
            + " FROM task WHERE status = 1 AND not_before <= ? ORDER BY status, turn, seq LIMIT ?";

    /** Of the first in the queue, so that it takes no longer the longer the queue is. */
    static final String NEXT_START = """
            SELECT MIN(not_before)
            FROM (SELECT not_before FROM task WHERE status = 1 ORDER BY status, turn, seq LIMIT 100) AS head""";

    static final String CLAIM = """
            UPDATE task SET status = 2, attempt = attempt + 1, provider = ?, host = ?, lease_until = ?,
                            changed_at = ?, completion_expected_at = ?
            WHERE status = 1 AND attempt = ? AND id IN (%s)""";

    static final String CLAIMED = """
            SELECT id FROM task WHERE status = 2 AND host = ? AND attempt = ? AND id IN (%s)""";

    static final String EXTEND = """
            UPDATE task SET lease_until = ? WHERE status = 2 AND host = ? AND id IN (%s)""";

    static final String GIVE_BACK_STRAYS = """
            UPDATE task SET status = 1, host = NULL, lease_until = NULL, changed_at = ?
            WHERE status = 2 AND host = ? AND lease_until < ?""";

    private static final String STATUS = """
            SELECT status FROM task WHERE id = ? AND attempt = ?""";

    private static final String FAIL = """
            UPDATE task SET status = 4, reason = ?, failures = failures + 1, host = NULL, lease_until = NULL,
                            changed_at = ?, ended_at = ?, event_due = ?
            WHERE id = ? AND status = 2 AND attempt = ?""";

    private static final String RETRY = """
            UPDATE task SET status = 1, reason = ?, failures = failures + 1,
                            failing_since = COALESCE(failing_since, ?), not_before = ?, host = NULL,
                            lease_until = NULL, changed_at = ?
            WHERE id = ? AND status = 2 AND attempt = ?""";

    private static final String GIVE_BACK = """
            UPDATE task SET status = 1, host = NULL, lease_until = NULL, changed_at = ?
            WHERE id = ? AND status = 2 AND attempt = ?""";

    private static final String GIVE_UP = """
            UPDATE task SET status = 4, reason = ?, changed_at = ?, ended_at = ?, event_due = ?
            WHERE id = ? AND status = 1 AND attempt = ?""";

    static final String EXPIRED = "SELECT " + TaskRow.COLUMNS + " FROM task WHERE status = 2 AND lease_until < ?";

    private static final String CRASHED = """
            UPDATE task SET status = ?, reason = ?, crashes = crashes + 1, host = NULL, lease_until = NULL,
                            changed_at = ?, ended_at = ?, event_due = ?
            WHERE id = ? AND status = 2 AND attempt = ? AND lease_until < ?""";

    private static final ResultSetHandler<List<TaskRow>> ALL = rows -> {
        List<TaskRow> tasks = new ArrayList<>();
        while (rows.next()) {
            tasks.add(TaskRow.read(rows));
        }
        return tasks;
    };

    private static final String EXISTS = "SELECT 1 FROM task WHERE id = ?";

    private final Database database;
    private final EventOutbox events;
    private final SuccessfulEnds successes;
    private final Consumer<QueueEvent> listener;

    /**
     * Makes a queue.
     *
     * @param events stores and delivers the events of ends of tasks
     * @param listener told what happens on this host
     */
    TaskQueue(Database database, EventOutbox events, Consumer<QueueEvent> listener) {
        this.database = database;
        this.events = events;
        this.successes = new SuccessfulEnds(database);
        this.listener = listener;
    }

    /** Makes a queue that nobody listens to; its events stay pending until somebody looks for them. */
    TaskQueue(Database database) {
        this(database, EventOutbox.PENDING, new QueueListeners());
    }

    /** Finds the tasks that may be begun now, the next one first. */
    List<TaskRow> waiting(Instant now, int limit) {
        return database.query(WAITING, ALL, now.toEpochMilli(), limit);
    }

    /** Tells when the next of the first hundred tasks in the queue may be begun; empty if none waits. */
    Optional<Instant> nextStart() {
        return database.query(
                NEXT_START,
                rows -> rows.next() && rows.getObject(1) != null
                        ? Optional.of(Instant.ofEpochMilli(rows.getLong(1)))
                        : Optional.empty());
    }

    /**
     * Takes waiting tasks; their attempts are one more than those of the rows.
     *
     * @param tasks all of the same attempt
     * @return the ids of those that nobody else was quicker to take
     */
    Set<Long> claim(List<TaskRow> tasks, Claim claim) {
        int attempt = tasks.get(0).run().attempt();
        List<Long> ids = tasks.stream().map(TaskRow::id).toList();
        List<Object> parameters = List.of(
                claim.provider(),
                claim.host(),
                claim.leaseUntil().toEpochMilli(),
                claim.now().toEpochMilli(),
                claim.completionExpectedAt().toEpochMilli(),
                attempt);
        int count = database.update(CLAIM.formatted(Ids.marks(ids)), Ids.after(parameters, ids));
        Set<Long> claimed = count == ids.size() ? Set.copyOf(ids) : Set.of();
        if (count > 0 && count < ids.size()) {
            claimed = database.query(
                    CLAIMED.formatted(Ids.marks(ids)), Ids.READ, Ids.after(List.of(claim.host(), attempt + 1), ids));
        }
        tell(tasks, claim, claimed);
        return claimed;
    }

    private void tell(List<TaskRow> tasks, Claim claim, Set<Long> claimed) {
        tasks.forEach(task -> listener.accept(
                claimed.contains(task.id())
                        ? new QueueEvent.Begun(claim.provider(), task.waited(claim.now()))
                        : QueueEvent.Change.CLAIM_LOST));
    }

    /** Takes a waiting task. */
    boolean claim(TaskRow task, Claim claim) {
        return !claim(List.of(task), claim).isEmpty();
    }

    /** Extends the leases of tasks that a host runs. */
    void extendLeases(String host, List<Long> tasks, Instant until) {
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

    /** Tells what became of an attempt; empty if the task is gone or another attempt is the present one. */
    Optional<TaskStatus> statusOf(Attempt attempt) {
        return database.query(
                STATUS,
                rows -> rows.next() ? Optional.of(TaskStatus.ofCode(rows.getInt(1))) : Optional.empty(),
                attempt.taskId(),
                attempt.number());
    }

    /** Ends a run well, which makes its images visible. */
    boolean succeed(Attempt attempt, List<ImageInfo> images, Instant now) {
        boolean stored = successes.store(attempt, PublishedImages.format(images), now, eventDue(now));
        return ended(orFenced(stored, attempt), QueueEvent.Change.SUCCEEDED);
    }

    /** Ends a run and its task. */
    boolean fail(Attempt attempt, String reason, Instant now) {
        return ended(
                end(FAIL, attempt, reason, now.toEpochMilli(), now.toEpochMilli(), eventDue(now)),
                QueueEvent.Change.FAILED);
    }

    /** Ends a run that failed; the task waits for another. */
    boolean retry(Attempt attempt, String reason, Instant notBefore, Instant now) {
        return told(
                end(RETRY, attempt, reason, now.toEpochMilli(), notBefore.toEpochMilli(), now.toEpochMilli()),
                QueueEvent.Change.RETRIED);
    }

    /** Ends a run that did not fail; the task waits for another. */
    boolean giveBack(Attempt attempt, Instant now) {
        return end(GIVE_BACK, attempt, now.toEpochMilli());
    }

    /** Ends a task that waits in vain. */
    boolean giveUp(TaskRow task, String reason, Instant now) {
        boolean stored = database.update(
                        GIVE_UP,
                        reason,
                        now.toEpochMilli(),
                        now.toEpochMilli(),
                        eventDue(now),
                        task.id(),
                        task.run().attempt())
                == 1;
        return ended(stored, QueueEvent.Change.FAILED);
    }

    /** Finds the running tasks whose leases expired. */
    List<TaskRow> expired(Instant now) {
        return database.query(EXPIRED, ALL, now.toEpochMilli());
    }

    /** Ends the run of a host that is gone; the task waits for another, or has failed if a reason is given. */
    boolean crashed(TaskRow task, @Nullable String reason, Instant leaseBefore, Instant now) {
        boolean stored = database.update(
                        CRASHED,
                        reason == null ? 1 : 4,
                        reason,
                        now.toEpochMilli(),
                        reason == null ? null : now.toEpochMilli(),
                        reason == null ? null : eventDue(now),
                        task.id(),
                        task.run().attempt(),
                        leaseBefore.toEpochMilli())
                == 1;
        if (reason != null) {
            ended(stored, QueueEvent.Change.FAILED);
        }
        return told(stored, QueueEvent.Change.LEASE_LOST);
    }

    /** The event of an end is stored with it, so that it is not lost with this host. */
    private @Nullable Long eventDue(Instant now) {
        return events.isHeard() ? now.toEpochMilli() : null;
    }

    private boolean ended(boolean stored, QueueEvent event) {
        if (stored) {
            events.added();
        }
        return told(stored, event);
    }

    private boolean end(String sql, Attempt attempt, @Nullable Object... parameters) {
        @Nullable Object[] all = Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = attempt.taskId();
        all[parameters.length + 1] = attempt.number();
        return orFenced(database.update(sql, all) == 1, attempt);
    }

    private boolean orFenced(boolean stored, Attempt attempt) {
        told(!stored && exists(attempt.taskId()), QueueEvent.Change.FENCED);
        return stored;
    }

    /** A task that is not there was deleted, not taken up elsewhere. */
    private boolean exists(long taskId) {
        return database.query(EXISTS, rows -> rows.next(), taskId);
    }

    /** Since when a task could have been begun: its last change, or the end of the pause after a failure. */
    private boolean told(boolean happened, QueueEvent event) {
        if (happened) {
            listener.accept(event);
        }
        return happened;
    }
}
