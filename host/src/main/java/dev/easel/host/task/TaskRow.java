package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.image.ImageInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.dbutils.ResultSetHandler;

/**
 * A task as it is stored.
 *
 * @param id its public id
 * @param status what has become of it
 * @param request what was asked for
 * @param userSeq the internal id of the user whose it is; 0 for none
 * @param completionExpectedAt when the result is expected
 * @param run what is known of its runs
 * @param images the published images of a successful task, ordered by index
 */
record TaskRow(
        long id,
        TaskStatus status,
        TaskRequest request,
        long userSeq,
        Instant completionExpectedAt,
        Run run,
        List<ImageInfo> images) {

    /** The columns that {@link #read} needs. */
    static final String COLUMNS = """
            id, status, user_id, user_seq, app_id, identifier, input, number_of_images, attempt, provider, host, crashes, \
            failures, failing_since, not_before, created_at, changed_at, completion_expected_at, images, reason""";

    /** Reads every row. */
    static final ResultSetHandler<List<TaskRow>> ALL = rows -> {
        List<TaskRow> tasks = new ArrayList<>();
        while (rows.next()) {
            tasks.add(read(rows));
        }
        return tasks;
    };

    /**
     * What is known of a task's runs.
     *
     * @param attempt how often it was begun; fences writes of earlier attempts and only grows
     * @param provider who ran it last
     * @param host who runs it
     * @param crashes how many of its runs ended with their host
     * @param failures how many of its runs the provider failed
     * @param failingSince when the first of them failed
     * @param notBefore when it may be begun again
     * @param reason why the last run failed
     * @param createdAt when the task was stored
     * @param changedAt when its status last changed
     */
    record Run(
            int attempt,
            Optional<String> provider,
            Optional<String> host,
            int crashes,
            int failures,
            Optional<Instant> failingSince,
            Instant notBefore,
            Optional<String> reason,
            Instant createdAt,
            Instant changedAt) {}

    /** Tells whether a caller who knows the task's id may see and delete it. */
    boolean isOpenTo(Owner caller) {
        return caller.mayAccessTasksOf(request.userId(), userSeq);
    }

    /** How long the task could have been begun before. */
    Duration waited(Instant now) {
        Instant since = run.changedAt().isAfter(run.notBefore()) ? run.changedAt() : run.notBefore();
        return since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
    }

    /** Reads the present row. */
    static TaskRow read(ResultSet row) throws SQLException {
        return new TaskRow(
                row.getLong("id"),
                TaskStatus.ofCode(row.getInt("status")),
                readRequest(row),
                row.getLong("user_seq"),
                instant(row, "completion_expected_at"),
                readRun(row),
                PublishedImages.parse(row.getString("images")));
    }

    private static TaskRequest readRequest(ResultSet row) throws SQLException {
        return new TaskRequest(
                row.getString("input"),
                row.getString("app_id"),
                row.getInt("number_of_images"),
                Optional.ofNullable(row.getString("user_id")),
                row.getString("identifier"));
    }

    private static Run readRun(ResultSet row) throws SQLException {
        return new Run(
                row.getInt("attempt"),
                Optional.ofNullable(row.getString("provider")),
                Optional.ofNullable(row.getString("host")),
                row.getInt("crashes"),
                row.getInt("failures"),
                row.getObject("failing_since") == null ? Optional.empty() : Optional.of(instant(row, "failing_since")),
                instant(row, "not_before"),
                Optional.ofNullable(row.getString("reason")),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
