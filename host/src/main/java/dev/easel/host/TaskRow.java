package dev.easel.host;

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
 * @param attempts how many runs were begun
 * @param waitingReason why it waits, if it does
 * @param failureReason why it failed or what failed last, if anything did
 * @param created when it was stored
 * @param changed when it last changed
 */
public record TaskRow(
        long id,
        TaskStatus status,
        Optional<String> user,
        String app,
        int images,
        Optional<String> provider,
        int attempts,
        Optional<String> waitingReason,
        Optional<String> failureReason,
        Instant created,
        Instant changed) {}
