package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A task that is about to be stored.
 *
 * @param id its public id
 * @param request what was asked for
 * @param owner whose it is
 * @param completionExpectedAt when the result is expected
 * @param createdAt now
 * @param order the order that makes it, if that may be repeated
 */
record NewTask(
        long id,
        TaskRequest request,
        Owner owner,
        Instant completionExpectedAt,
        Instant createdAt,
        Optional<Order> order) {

    /** A task whose order may not be repeated. */
    NewTask(long id, TaskRequest request, Owner owner, Instant completionExpectedAt, Instant createdAt) {
        this(id, request, owner, completionExpectedAt, createdAt, Optional.empty());
    }

    /** The task as it waits once it is stored. */
    TaskRow waiting() {
        TaskRow.Run run = new TaskRow.Run(
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                createdAt,
                createdAt);
        return new TaskRow(id, TaskStatus.SCHEDULED, request, owner.userSeq(), completionExpectedAt, run, List.of());
    }
}
