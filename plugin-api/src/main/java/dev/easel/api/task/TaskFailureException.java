package dev.easel.api.task;

/** A task ran and failed; its status is {@link TaskStatus#FAILED}. */
public final class TaskFailureException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long taskId;

    /**
     * Makes one.
     *
     * @param taskId the task that failed
     * @param message why, in English, for debugging
     */
    public TaskFailureException(long taskId, String message) {
        super(message);
        this.taskId = taskId;
    }

    /**
     * Returns the task that failed.
     *
     * @return its id
     */
    public long taskId() {
        return taskId;
    }
}
