package dev.easel.api.event;

import dev.easel.api.task.Task;

/**
 * A task has ended without images.
 *
 * @param task the task
 * @param errorMessage why, in English, for debugging and not for people
 */
public record TaskFailedEvent(Task task, String errorMessage) implements TaskEvent {}
