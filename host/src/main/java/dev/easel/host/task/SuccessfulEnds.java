package dev.easel.host.task;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Stores the ends of successful runs: those that end while others are being stored share the next statement.
 *
 * <p>Safe for use by several threads.
 */
final class SuccessfulEnds {
    private static final int MOST_TOGETHER = 64;

    private static final String SUCCEED = """
            UPDATE task SET status = 3, images = CASE id %s END, reason = NULL, host = NULL, lease_until = NULL,
                            changed_at = ?, ended_at = ?, event_due = ?
            WHERE status = 2 AND attempt = ? AND id IN (%s)""";

    private static final String SUCCESSFUL = "SELECT id FROM task WHERE status = 3 AND attempt = ? AND id IN (%s)";

    private final Queue<End> waiting = new ConcurrentLinkedQueue<>();
    private final Lock writing = new ReentrantLock();
    private final Database database;

    private record End(Attempt attempt, String images, CompletableFuture<Boolean> stored) {
        long id() {
            return attempt.taskId();
        }
    }

    SuccessfulEnds(Database database) {
        this.database = database;
    }

    /**
     * Ends a run well.
     *
     * @param images as {@link PublishedImages} writes them
     * @param eventDue when to tell of it; null if nobody is to be told
     * @return whether the attempt was still the present one
     * @throws TaskStoreException if the database fails; the end may be stored nevertheless
     */
    boolean store(Attempt attempt, String images, Instant now, @Nullable Long eventDue) {
        End end = new End(attempt, images, new CompletableFuture<>());
        waiting.add(end);
        writing.lock();
        try {
            while (!end.stored().isDone()) {
                storeWaiting(now.toEpochMilli(), eventDue);
            }
        } finally {
            writing.unlock();
        }
        return outcome(end);
    }

    private static boolean outcome(End end) {
        try {
            return end.stored().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof TaskStoreException failure ? failure : e;
        }
    }

    private void storeWaiting(long now, @Nullable Long eventDue) {
        List<End> ends = new ArrayList<>();
        while (ends.size() < MOST_TOGETHER && waiting.peek() != null) {
            ends.add(waiting.remove());
        }
        ends.stream()
                .collect(Collectors.groupingBy(end -> end.attempt().number()))
                .forEach((attempt, alike) -> store(attempt, alike, now, eventDue));
    }

    private void store(int attempt, List<End> ends, long now, @Nullable Long eventDue) {
        try {
            Set<Long> stored = update(attempt, ends, now, eventDue);
            ends.forEach(end -> end.stored().complete(stored.contains(end.id())));
        } catch (RuntimeException e) {
            ends.forEach(end -> end.stored().completeExceptionally(e));
        }
    }

    private Set<Long> update(int attempt, List<End> ends, long now, @Nullable Long eventDue) {
        List<Long> ids = ends.stream().map(End::id).toList();
        List<@Nullable Object> parameters = new ArrayList<>();
        ends.forEach(end -> Collections.addAll(parameters, end.id(), end.images()));
        Collections.addAll(parameters, now, now, eventDue, attempt);
        int count = database.update(sql(ids), Ids.after(parameters, ids));
        if (count == 0 || count == ids.size()) {
            return count == 0 ? Set.of() : Set.copyOf(ids);
        }
        return database.query(SUCCESSFUL.formatted(Ids.marks(ids)), Ids.READ, Ids.after(List.of(attempt), ids));
    }

    static String sql(List<Long> ids) {
        return SUCCEED.formatted("WHEN ? THEN ? ".repeat(ids.size()), Ids.marks(ids));
    }
}
