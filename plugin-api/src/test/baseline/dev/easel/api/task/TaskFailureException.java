package dev.easel.api.task;
public final class TaskFailureException extends RuntimeException {
    public TaskFailureException(long taskId, String message) {}
    public long taskId() { throw new Error(); }
}
