package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The pending events among the tasks.
 *
 * <p>The one column that says that an event is pending also says from when on it may be delivered; a host takes it by
 * moving that into the future, which is its lease. Safe for use by several threads and hosts.
 */
final class EventStore {
    private static final String DUE = "SELECT id, event_due FROM task WHERE event_due <= ? ORDER BY event_due LIMIT ?";
    private static final String MOVE = "UPDATE task SET event_due = ? WHERE id = ? AND event_due = ?";
    private static final String DELIVERED = "UPDATE task SET event_due = NULL WHERE id = ? AND event_due = ?";
    private static final String RELEASE_ALL = "UPDATE task SET event_due = ? WHERE event_due > ?";
    private static final String FORGET_ALL = "UPDATE task SET event_due = NULL WHERE event_due > 0";

    private final Database database;

    /**
     * A pending event.
     *
     * @param taskId the task that has ended
     * @param due from when on it may be delivered
     */
    record Pending(long taskId, Instant due) {}

    EventStore(Database database) {
        this.database = database;
    }

    /** Finds what may be delivered, the oldest first. */
    List<Pending> due(Instant now, int limit) {
        return database.query(
                DUE,
                rows -> {
                    List<Pending> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(new Pending(rows.getLong("id"), Instant.ofEpochMilli(rows.getLong("event_due"))));
                    }
                    return found;
                },
                now.toEpochMilli(),
                limit);
    }

    /** Takes an event until an instant; false if somebody else was quicker, or the task is gone. */
    boolean claim(Pending event, Instant until) {
        return database.update(
                        MOVE, until.toEpochMilli(), event.taskId(), event.due().toEpochMilli())
                == 1;
    }

    /** Ends an event that this host had taken until an instant. */
    void delivered(long taskId, Instant claimedUntil) {
        database.update(DELIVERED, taskId, claimedUntil.toEpochMilli());
    }

    /** Makes what hosts that are gone had taken due again. */
    void releaseAll(Instant now) {
        database.update(RELEASE_ALL, now.toEpochMilli(), now.toEpochMilli());
    }

    /** Ends all events, as there is nobody to hear of them. */
    void forgetAll() {
        database.update(FORGET_ALL);
    }
}
