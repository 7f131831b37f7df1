package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * One attempt to run a task, claimed by this host.
 *
 * @param taskId the task's public id
 * @param number which attempt it is, from 1
 * @param request what is wanted
 * @param createdAt when the task was stored
 * @param failures how many earlier runs the provider failed
 * @param failingSince when the first of them failed
 */
record Attempt(
        long taskId, int number, TaskRequest request, Instant createdAt, int failures, Optional<Instant> failingSince) {

    /** The attempt that a new task is stored with. */
    static Attempt first(NewTask task) {
        return new Attempt(task.id(), 1, task.request(), task.createdAt(), 0, Optional.empty());
    }

    /** The attempt that claiming a waiting task begins. */
    static Attempt next(TaskRow task) {
        TaskRow.Run run = task.run();
        return new Attempt(
                task.id(), run.attempt() + 1, task.request(), run.createdAt(), run.failures(), run.failingSince());
    }
}
