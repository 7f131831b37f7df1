package dev.easel.api.task;

import org.jspecify.annotations.Nullable;

/** The store of tasks could not be read or written; trying again later may help. */
public final class TaskStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what failed
     * @param cause what it came from, or null
     */
    public TaskStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
