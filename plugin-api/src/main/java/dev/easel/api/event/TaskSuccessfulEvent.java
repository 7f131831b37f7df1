package dev.easel.api.event;

import dev.easel.api.task.Task;

/**
 * A task has ended and its images are there.
 *
 * @param task the task, with its images
 */
public record TaskSuccessfulEvent(Task task) implements TaskEvent {}
