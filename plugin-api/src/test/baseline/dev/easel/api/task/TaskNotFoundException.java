package dev.easel.api.task;
public final class TaskNotFoundException extends RuntimeException {
    public TaskNotFoundException(long taskId) {}
    public long taskId() { throw new Error(); }
}
