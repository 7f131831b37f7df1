package dev.easel.api.event;
import dev.easel.api.task.Task;
public sealed interface TaskEvent permits TaskSuccessfulEvent, TaskFailedEvent {
    Task task();
}
