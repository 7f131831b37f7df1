package dev.easel.host.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The head of a long queue as it was read a moment ago, so that a busy host does not read it again for each free slot.
 *
 * <p>Claims are guarded: what was claimed elsewhere meanwhile is lost there, not here. For one thread.
 */
final class ReadAhead {
    /** How long a task with a lesser turn may be overlooked. */
    private static final Duration FRESH = Duration.ofMillis(50);

    private static final int LENGTH = 64;

    private final TaskQueue queue;
    private List<TaskRow> tasks = new ArrayList<>();
    private boolean queueIsLong;
    private Instant readAt = Instant.EPOCH;

    ReadAhead(TaskQueue queue) {
        this.queue = queue;
    }

    /** The tasks that may be begun now, the next one first; what the caller removes is not returned again. */
    List<TaskRow> tasks(Instant now) {
        if (!isFresh(now)) {
            tasks = new ArrayList<>(queue.waiting(now, LENGTH));
            queueIsLong = tasks.size() == LENGTH;
            readAt = now;
        }
        return tasks;
    }

    /** A short queue is read each time, which costs little and overlooks nobody. */
    private boolean isFresh(Instant now) {
        return queueIsLong && !tasks.isEmpty() && !now.isBefore(readAt) && now.isBefore(readAt.plus(FRESH));
    }
}
