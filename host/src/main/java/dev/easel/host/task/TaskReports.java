package dev.easel.host.task;

import dev.easel.host.database.Database;
import dev.easel.host.provider.ProviderRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** What administrators ask about tasks; safe for use by several threads. */
public final class TaskReports {
    private final TaskStore store;
    private final WaitingReasons waiting;

    /**
     * Makes reports where no host runs.
     *
     * @param database where the tasks are
     */
    public TaskReports(Database database) {
        this(new TaskStore(database), new WaitingReasons(Optional.empty(), Clock.systemUTC()));
    }

    /**
     * Makes reports of a running host.
     *
     * @param database where the tasks are
     * @param providers what waiting tasks wait for
     * @param clock tells the time
     */
    public TaskReports(Database database, ProviderRegistry providers, Clock clock) {
        this(new TaskStore(database), new WaitingReasons(Optional.of(providers), clock));
    }

    private TaskReports(TaskStore store, WaitingReasons waiting) {
        this.store = store;
        this.waiting = waiting;
    }

    /**
     * Hands over tasks, oldest first, however many.
     *
     * @param failedOnly only the failed ones
     * @param user only those of this user; all, with those of guests, if empty
     * @param each gets the tasks one by one, on the calling thread
     */
    public void list(boolean failedOnly, Optional<String> user, Consumer<TaskReport> each) {
        store.listAll(failedOnly, user, task -> each.accept(TaskReport.of(task, waiting)));
    }

    /**
     * Finds a task.
     *
     * @param id a public id, or any other number
     * @return the task
     */
    public Optional<TaskReport> show(long id) {
        return store.find(id).map(task -> TaskReport.of(task, waiting));
    }
}
