package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.util.Optional;
import java.util.function.Consumer;

/** What administrators ask about tasks; safe for use by several threads. */
public final class TaskReports {
    private final TaskStore store;

    /**
     * Makes reports.
     *
     * @param database where the tasks are
     */
    public TaskReports(Database database) {
        store = new TaskStore(database);
    }

    /**
     * Hands over tasks, oldest first, however many.
     *
     * @param failedOnly only the failed ones
     * @param user only those of this user; all, with those of guests, if empty
     * @param each gets the tasks one by one, on the calling thread
     */
    public void list(boolean failedOnly, Optional<String> user, Consumer<TaskReport> each) {
        store.listAll(failedOnly, user, task -> each.accept(TaskReport.of(task)));
    }

    /**
     * Finds a task.
     *
     * @param id a public id, or any other number
     * @return the task
     */
    public Optional<TaskReport> show(long id) {
        return store.find(id).map(TaskReport::of);
    }
}
