package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.database.Database;
import dev.easel.host.image.ImageInfo;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores how runs and tasks end.
 *
 * <p>Every write names the attempt that it belongs to, and reports whether that attempt was still the present one; a
 * host whose lease expired finds that it was not. Safe for use by several threads and hosts.
 */
final class TaskEnds {
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

    private static final String LACK = """
            UPDATE task SET status = 1, reason = ?, failures = failures + 1, not_before = ?, host = NULL,
                            lease_until = NULL, changed_at = ?
            WHERE id = ? AND status = 2 AND attempt = ?""";

    private static final String GIVE_BACK = """
            UPDATE task SET status = 1, host = NULL, lease_until = NULL, changed_at = ?
            WHERE id = ? AND status = 2 AND attempt = ?""";

    private static final String GIVE_UP = """
            UPDATE task SET status = 4, reason = ?, changed_at = ?, ended_at = ?, event_due = ?
            WHERE id = ? AND status = 1 AND attempt = ?""";

    private static final String EXISTS = "SELECT 1 FROM task WHERE id = ?";

    /** Plugins may throw messages of any length, and a column holds 64 KiB. */
    private static final int LONGEST_REASON = 4000;

    private final Database database;
    private final SuccessfulEnds successes;
    private final EndNews news;

    TaskEnds(Database database, EndNews news) {
        this.database = database;
        this.successes = new SuccessfulEnds(database);
        this.news = news;
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
        boolean stored = successes.store(attempt, PublishedImages.format(images), now, news.due(now));
        return news.ended(orFenced(stored, attempt), QueueEvent.Change.SUCCEEDED);
    }

    /** Ends a run and its task. */
    boolean fail(Attempt attempt, String reason, Instant now) {
        return news.ended(
                end(FAIL, attempt, cut(reason), now.toEpochMilli(), now.toEpochMilli(), news.due(now)),
                QueueEvent.Change.FAILED);
    }

    /** Ends a run that failed; the task waits for another. */
    boolean retry(Attempt attempt, String reason, Instant notBefore, Instant now) {
        return news.told(
                end(RETRY, attempt, cut(reason), now.toEpochMilli(), notBefore.toEpochMilli(), now.toEpochMilli()),
                QueueEvent.Change.RETRIED);
    }

    /**
     * Ends a run whose provider lacked something, which does not count as a fault of it; the task waits for another.
     */
    boolean lack(Attempt attempt, String reason, Instant notBefore, Instant now) {
        return news.told(
                end(LACK, attempt, cut(reason), notBefore.toEpochMilli(), now.toEpochMilli()),
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
                        cut(reason),
                        now.toEpochMilli(),
                        now.toEpochMilli(),
                        news.due(now),
                        task.id(),
                        task.run().attempt())
                == 1;
        return news.ended(stored, QueueEvent.Change.FAILED);
    }

    private static String cut(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON)) + " …";
    }

    private boolean end(String sql, Attempt attempt, @Nullable Object... parameters) {
        @Nullable Object[] all = Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = attempt.taskId();
        all[parameters.length + 1] = attempt.number();
        return orFenced(database.update(sql, all) == 1, attempt);
    }

    private boolean orFenced(boolean stored, Attempt attempt) {
        news.told(!stored && exists(attempt.taskId()), QueueEvent.Change.FENCED);
        return stored;
    }

    /** A task that is not there was deleted, not taken up elsewhere. */
    private boolean exists(long taskId) {
        return database.query(EXISTS, rows -> rows.next(), taskId);
    }
}
