package dev.easel.api.event;
import dev.easel.api.task.Task;
public record TaskFailedEvent(Task task, String errorMessage) implements TaskEvent {}
