package dev.easel.api.task;

/** There is no such task, or it is not the asker's. */
public final class TaskNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long taskId;

    /**
     * Makes one.
     *
     * @param taskId the id that was asked for
     */
    public TaskNotFoundException(long taskId) {
        super("There is no task " + taskId);
        this.taskId = taskId;
    }

    /**
     * Returns the id that was asked for.
     *
     * @return any number
     */
    public long taskId() {
        return taskId;
    }
}
