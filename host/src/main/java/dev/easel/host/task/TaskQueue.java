package dev.easel.host.task;

import dev.easel.host.database.Database;
import dev.easel.host.image.ImageInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
    private static final String WAITING = "SELECT " + TaskRow.COLUMNS
            + " FROM task WHERE status = 1 AND not_before <= ? ORDER BY status, turn, seq LIMIT ?";

    private static final String NEXT_START = """
            SELECT MIN(not_before) FROM task WHERE status = 1""";

    private static final String CLAIM = """
            UPDATE task SET status = 2, attempt = attempt + 1, provider = ?, host = ?, lease_until = ?,
                            changed_at = ?, completion_expected_at = ?
            WHERE id = ? AND status = 1 AND attempt = ?""";

    private static final String EXTEND = """
            UPDATE task SET lease_until = ? WHERE status = 2 AND host = ?""";

    private static final String SUCCEED = """
            UPDATE task SET status = 3, images = ?, reason = NULL, host = NULL, lease_until = NULL, changed_at = ?
            WHERE id = ? AND status = 2 AND attempt = ?""";

    private static final String FAIL = """
            UPDATE task SET status = 4, reason = ?, failures = failures + 1, host = NULL, lease_until = NULL,
                            changed_at = ?
            WHERE id = ? AND status = 2 AND attempt = ?""";

    private static final String RETRY = """
            UPDATE task SET status = 1, reason = ?, failures = failures + 1,
                            failing_since = COALESCE(failing_since, ?), not_before = ?, host = NULL,
                            lease_until = NULL, changed_at = ?
            WHERE id = ? AND status = 2 AND attempt = ?""";

    private static final String GIVE_BACK = """
            UPDATE task SET status = 1, host = NULL, lease_until = NULL, changed_at = ?
            WHERE id = ? AND status = 2 AND attempt = ?""";

    private static final String EXPIRED =
            "SELECT " + TaskRow.COLUMNS + " FROM task WHERE status = 2 AND lease_until < ?";

    private static final String CRASHED = """
            UPDATE task SET status = ?, reason = ?, crashes = crashes + 1, host = NULL, lease_until = NULL,
                            changed_at = ?
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
    private final Consumer<QueueEvent> listener;

    /** Makes a queue that nobody listens to. */
    TaskQueue(Database database) {
        this(database, new QueueListeners());
    }

    TaskQueue(Database database, Consumer<QueueEvent> listener) {
        this.database = database;
        this.listener = listener;
    }

    /** Finds the tasks that may be begun now, the next one first. */
    List<TaskRow> waiting(Instant now, int limit) {
        return database.query(WAITING, ALL, now.toEpochMilli(), limit);
    }

    /** Tells when the next task may be begun; empty if none waits. */
    Optional<Instant> nextStart() {
        return database.query(
                NEXT_START,
                rows -> rows.next() && rows.getObject(1) != null
                        ? Optional.of(Instant.ofEpochMilli(rows.getLong(1)))
                        : Optional.empty());
    }

    /** Takes a waiting task; the attempt is one more than the given row's. False if somebody else was quicker. */
    boolean claim(TaskRow task, Claim claim) {
        boolean claimed = database.update(
                        CLAIM,
                        claim.provider(),
                        claim.host(),
                        claim.leaseUntil().toEpochMilli(),
                        claim.now().toEpochMilli(),
                        claim.completionExpectedAt().toEpochMilli(),
                        task.id(),
                        task.run().attempt())
                == 1;
        if (claimed) {
            listener.accept(new QueueEvent.Begun(claim.provider(), waited(task, claim.now())));
        } else {
            listener.accept(QueueEvent.Change.CLAIM_LOST);
        }
        return claimed;
    }

    /** Extends the leases of all that a host runs. */
    void extendLeases(String host, Instant until) {
        database.update(EXTEND, until.toEpochMilli(), host);
    }

    /** Ends a run well, which makes its images visible. */
    boolean succeed(Attempt attempt, List<ImageInfo> images, Instant now) {
        return told(
                end(SUCCEED, attempt, PublishedImages.format(images), now.toEpochMilli()), QueueEvent.Change.SUCCEEDED);
    }

    /** Ends a run and its task. */
    boolean fail(Attempt attempt, String reason, Instant now) {
        return told(end(FAIL, attempt, reason, now.toEpochMilli()), QueueEvent.Change.FAILED);
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

    /** Finds the running tasks whose leases expired. */
    List<TaskRow> expired(Instant now) {
        return database.query(EXPIRED, ALL, now.toEpochMilli());
    }

    /** Ends the run of a host that is gone; the task waits for another, or has failed if a reason is given. */
    boolean crashed(TaskRow task, @Nullable String reason, Instant leaseBefore, Instant now) {
        boolean ended = database.update(
                        CRASHED,
                        reason == null ? 1 : 4,
                        reason,
                        now.toEpochMilli(),
                        task.id(),
                        task.run().attempt(),
                        leaseBefore.toEpochMilli())
                == 1;
        told(ended && reason != null, QueueEvent.Change.FAILED);
        return told(ended, QueueEvent.Change.LEASE_LOST);
    }

    private boolean end(String sql, Attempt attempt, @Nullable Object... parameters) {
        @Nullable Object[] all = Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = attempt.taskId();
        all[parameters.length + 1] = attempt.number();
        boolean ended = database.update(sql, all) == 1;
        told(!ended && exists(attempt.taskId()), QueueEvent.Change.FENCED);
        return ended;
    }

    /** A task that is not there was deleted, not taken up elsewhere. */
    private boolean exists(long taskId) {
        return database.query(EXISTS, rows -> rows.next(), taskId);
    }

    /** Since when a task could have been begun: its last change, or the end of the pause after a failure. */
    private static Duration waited(TaskRow task, Instant now) {
        Instant changed = task.run().changedAt();
        Instant since =
                changed.isAfter(task.run().notBefore()) ? changed : task.run().notBefore();
        return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    private boolean told(boolean happened, QueueEvent event) {
        if (happened) {
            listener.accept(event);
        }
        return happened;
    }
}
