package dev.easel.api.task;
import org.jspecify.annotations.Nullable;
public final class TaskStoreException extends RuntimeException {
    public TaskStoreException(String message, @Nullable Throwable cause) {}
}
