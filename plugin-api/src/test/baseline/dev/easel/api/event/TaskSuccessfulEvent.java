package dev.easel.api.event;
import dev.easel.api.task.Task;
public record TaskSuccessfulEvent(Task task) implements TaskEvent {}
