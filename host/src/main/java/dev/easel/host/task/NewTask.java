package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import java.time.Instant;

/**
 * A task that is about to be stored.
 *
 * @param id its public id
 * @param request what was asked for
 * @param owner whose it is
 * @param completionExpectedAt when the result is expected
 * @param createdAt now
 */
record NewTask(long id, TaskRequest request, Owner owner, Instant completionExpectedAt, Instant createdAt) {}
