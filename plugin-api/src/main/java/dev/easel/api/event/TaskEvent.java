package dev.easel.api.event;

import dev.easel.api.task.Task;

/** A task has ended. */
public sealed interface TaskEvent permits TaskSuccessfulEvent, TaskFailedEvent {

    /**
     * Returns the task.
     *
     * @return the task as it was when it ended, with its images if it was successful
     */
    Task task();
}
