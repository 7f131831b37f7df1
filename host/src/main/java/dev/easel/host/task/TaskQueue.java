package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The task table as a queue: what waits, in which order, and who takes it.
 *
 * <p>A claim is guarded by the attempt number that was read, so that of several hosts one gets the task. Safe for use
 * by several threads and hosts.
 */
final class TaskQueue {
    static final String WAITING = "SELECT " + TaskRow.COLUMNS
            + " FROM task WHERE status = 1 AND not_before <= ? ORDER BY status, turn, seq LIMIT ?";

    /** Of the first in the queue, so that it takes no longer the longer the queue is. */
    static final String NEXT_START = """
            SELECT MIN(not_before)
            FROM (SELECT not_before FROM task WHERE status = 1 ORDER BY status, turn, seq LIMIT 100) AS head""";

    static final String CLAIM = """
            UPDATE task SET status = 2, attempt = attempt + 1, provider = ?, host = ?, lease_until = ?,
                            changed_at = ?, completion_expected_at = ?
            WHERE status = 1 AND attempt = ? AND id IN (%s)""";

    static final String CLAIMED = """
            SELECT id FROM task WHERE status = 2 AND host = ? AND attempt = ? AND id IN (%s)""";

    private final Database database;
    private final Consumer<QueueEvent> listener;

    /**
     * Makes a queue.
     *
     * @param listener told what happens on this host
     */
    TaskQueue(Database database, Consumer<QueueEvent> listener) {
        this.database = database;
        this.listener = listener;
    }

    /** Makes a queue that nobody listens to. */
    TaskQueue(Database database) {
        this(database, new QueueListeners());
    }

    /** Finds the tasks that may be begun now, the next one first. */
    List<TaskRow> waiting(Instant now, int limit) {
        return database.query(WAITING, TaskRow.ALL, now.toEpochMilli(), limit);
    }

    /** Tells when the next of the first hundred tasks in the queue may be begun; empty if none waits. */
    Optional<Instant> nextStart() {
        return database.query(
                NEXT_START,
                rows -> rows.next() && rows.getObject(1) != null
                        ? Optional.of(Instant.ofEpochMilli(rows.getLong(1)))
                        : Optional.empty());
    }

    /**
     * Takes waiting tasks; their attempts are one more than those of the rows.
     *
     * @param tasks all of the same attempt
     * @return the ids of those that nobody else was quicker to take
     */
    Set<Long> claim(List<TaskRow> tasks, Claim claim) {
        int attempt = tasks.get(0).run().attempt();
        List<Long> ids = tasks.stream().map(TaskRow::id).toList();
        List<Object> parameters = List.of(
                claim.provider(),
                claim.host(),
                claim.leaseUntil().toEpochMilli(),
                claim.now().toEpochMilli(),
                claim.completionExpectedAt().toEpochMilli(),
                attempt);
        int count = database.update(CLAIM.formatted(Ids.marks(ids)), Ids.after(parameters, ids));
        Set<Long> claimed = count == ids.size() ? Set.copyOf(ids) : Set.of();
        if (count > 0 && count < ids.size()) {
            claimed = database.query(
                    CLAIMED.formatted(Ids.marks(ids)), Ids.READ, Ids.after(List.of(claim.host(), attempt + 1), ids));
        }
        tell(tasks, claim, claimed);
        return claimed;
    }

    private void tell(List<TaskRow> tasks, Claim claim, Set<Long> claimed) {
        tasks.forEach(task -> listener.accept(
                claimed.contains(task.id())
                        ? new QueueEvent.Begun(claim.provider(), task.waited(claim.now()))
                        : QueueEvent.Change.CLAIM_LOST));
    }

    /** Takes a waiting task. */
    boolean claim(TaskRow task, Claim claim) {
        return !claim(List.of(task), claim).isEmpty();
    }
}
