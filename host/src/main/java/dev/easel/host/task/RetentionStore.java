package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tells which tasks and images are kept; safe for use by several threads and hosts. */
final class RetentionStore {
    static final String OLD = "SELECT id FROM task WHERE ended_at < ? ORDER BY ended_at LIMIT ?";
    private static final String REMOVE = "DELETE FROM task WHERE id = ? AND ended_at < ?";
    static final String OLD_WAITING = "SELECT " + TaskRow.COLUMNS
            + " FROM task WHERE status = 1 AND changed_at < ? ORDER BY status, turn, seq LIMIT ?";
    static final String BEGUN_SINCE = "SELECT id FROM task WHERE status = 2 AND changed_at >= ? LIMIT 1";
    static final String SUCCESSFUL_SINCE = "SELECT id FROM task WHERE status = 3 AND ended_at >= ? LIMIT 1";
    private static final String HOLDERS =
            "SELECT id, CASE WHEN status IN (2, 3) THEN attempt ELSE 0 END AS holding" + " FROM task WHERE id IN (%s)";
    private static final String RUNNING = "SELECT id, attempt FROM task WHERE status = 2 AND host = ?";

    private final Database database;

    RetentionStore(Database database) {
        this.database = database;
    }

    /** Finds tasks that ended before an instant. */
    List<Long> endedBefore(Instant instant, int limit) {
        return database.query(
                OLD,
                rows -> {
                    List<Long> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(rows.getLong("id"));
                    }
                    return found;
                },
                instant.toEpochMilli(),
                limit);
    }

    /** Removes a task if it ended before an instant. */
    boolean remove(long id, Instant endedBefore) {
        return database.update(REMOVE, id, endedBefore.toEpochMilli()) == 1;
    }

    /** Finds waiting tasks that did not change since an instant. */
    List<TaskRow> unchangedWaiting(Instant since, int limit) {
        return database.query(OLD_WAITING, TaskRow.ALL, since.toEpochMilli(), limit);
    }

    /** Tells whether on any host a run is under way that began, or was successful, since an instant. */
    boolean anyRunSince(Instant since) {
        return any(BEGUN_SINCE, since) || any(SUCCESSFUL_SINCE, since);
    }

    private boolean any(String sql, Instant since) {
        return database.query(sql, rows -> rows.next(), since.toEpochMilli());
    }

    /** Tells for the tasks that exist which attempt's images they need; 0 for none. */
    Map<Long, Integer> neededAttempts(Set<Long> ids) {
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        return database.query(
                HOLDERS.formatted(places),
                rows -> {
                    Map<Long, Integer> found = new HashMap<>();
                    while (rows.next()) {
                        found.put(rows.getLong("id"), rows.getInt("holding"));
                    }
                    return found;
                },
                ids.toArray());
    }

    /** Finds the attempts that are a host's to run. */
    Map<Long, Integer> attemptsOf(String host) {
        return database.query(
                RUNNING,
                rows -> {
                    Map<Long, Integer> found = new HashMap<>();
                    while (rows.next()) {
                        found.put(rows.getLong("id"), rows.getInt("attempt"));
                    }
                    return found;
                },
                host);
    }
}
