package dev.easel.host;

import dev.easel.host.task.TaskReport;
import java.util.Optional;
import java.util.function.Consumer;

/** What administrators ask about tasks; safe for use by several threads. */
public interface TaskQueries extends AutoCloseable {

    /**
     * Hands over tasks, oldest first, however many.
     *
     * @param failedOnly only the failed ones
     * @param user only those of this user; all, with those of guests, if empty
     * @param each gets the tasks one by one, on the calling thread
     * @throws EngineException if the tasks cannot be read
     */
    void list(boolean failedOnly, Optional<String> user, Consumer<TaskReport> each) throws EngineException;

    /**
     * Finds a task.
     *
     * @param id a public id, or any other number
     * @return the task
     * @throws EngineException if the tasks cannot be read
     */
    Optional<TaskReport> show(long id) throws EngineException;

    /** Closes what was opened for the queries. */
    @Override
    void close();
}
