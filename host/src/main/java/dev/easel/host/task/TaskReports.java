package dev.easel.host.task;

import dev.easel.host.database.Database;
import dev.easel.host.provider.ProviderRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
     * Some of the tasks.
     *
     * @param tasks oldest first
     * @param next what to ask for to get those that follow; empty if none can follow yet
     */
    public record Page(List<TaskReport> tasks, OptionalLong next) {}

    /**
     * Reads some of the tasks, oldest first.
     *
     * @param failedOnly only the failed ones
     * @param user only those of this user; all, with those of guests, if empty
     * @param after what an earlier page called the next; 0 for the first
     * @param limit how many at most, positive
     * @return the tasks
     */
    public Page page(boolean failedOnly, Optional<String> user, long after, int limit) {
        TaskStore.Page page = store.page(failedOnly, user, after, limit);
        return new Page(
                page.tasks().stream().map(task -> TaskReport.of(task, waiting)).toList(),
                page.tasks().size() == limit ? OptionalLong.of(page.lastSeq()) : OptionalLong.empty());
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
