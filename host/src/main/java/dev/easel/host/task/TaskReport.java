package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A task as administrators see it; holds no prompt.
 *
 * @param id the public id
 * @param status what has become of it
 * @param user whose it is; empty for a guest's
 * @param app the application that ordered it
 * @param images how many images were wanted
 * @param provider the provider of the last run, if there was one
 * @param runs how its runs went
 * @param waitingReason why it waits, if it does
 * @param failureReason why it failed, or what its last run failed with
 * @param created when it was stored
 * @param changed when its status last changed
 */
public record TaskReport(
        long id,
        TaskStatus status,
        Optional<String> user,
        String app,
        int images,
        Optional<String> provider,
        Runs runs,
        Optional<String> waitingReason,
        Optional<String> failureReason,
        Instant created,
        Instant changed) {

    /**
     * How the runs of a task went.
     *
     * @param attempts how many were begun
     * @param crashes how many ended with their host
     * @param failures how many their provider failed
     */
    public record Runs(int attempts, int crashes, int failures) {}

    static TaskReport of(TaskRow task, WaitingReasons waiting) {
        TaskRow.Run run = task.run();
        return new TaskReport(
                task.id(),
                task.status(),
                task.request().userId(),
                task.request().appId(),
                task.request().numberOfImages(),
                run.provider(),
                new Runs(run.attempt(), run.crashes(), run.failures()),
                task.status() == TaskStatus.SCHEDULED ? Optional.of(waiting.of(task)) : Optional.empty(),
                run.reason(),
                run.createdAt(),
                run.changedAt());
    }
}
