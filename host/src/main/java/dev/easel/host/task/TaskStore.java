package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.apache.commons.dbutils.ResultSetHandler;
import org.jspecify.annotations.Nullable;

/** Stores, finds and deletes tasks; safe for use by several threads. */
final class TaskStore {
    private static final int PAGE = 500;
    private static final Duration FRESH = Duration.ofMillis(50);

    private static final String INSERT = """
            INSERT INTO task (id, status, turn, turn_key, user_id, user_seq, guest, app_id, identifier, input,
                              number_of_images, attempt, provider, host, lease_until, crashes, failures, not_before,
                              created_at, changed_at, completion_expected_at, order_key, order_content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, ?)""";

    static final String FIND = "SELECT " + TaskRow.COLUMNS + " FROM task WHERE id = ?";

    static final String LIST_USER = "SELECT seq, " + TaskRow.COLUMNS
            + " FROM task WHERE user_id = ? AND app_id = ? AND seq > ? AND user_seq = ?"
            + " ORDER BY user_id, app_id, seq LIMIT ?";

    static final String LIST_GUEST = "SELECT seq, " + TaskRow.COLUMNS
            + " FROM task WHERE guest = ? AND app_id = ? AND seq > ? ORDER BY guest, app_id, seq LIMIT ?";

    static final String LIST_GUESTS = "SELECT seq, " + TaskRow.COLUMNS
            + " FROM task WHERE user_id IS NULL AND app_id = ? AND seq > ? ORDER BY user_id, app_id, seq LIMIT ?";

    private static final String LIST_ALL = "SELECT seq, " + TaskRow.COLUMNS + """
             FROM task WHERE seq > ? AND (? IS NULL OR user_id = ?) AND (? IS NULL OR status = ?)
            ORDER BY seq LIMIT ?""";

    private static final String FIND_BY_KEY = "SELECT id, order_content, created_at FROM task WHERE order_key = ?";

    private static final String FREE_KEY = "UPDATE task SET order_key = NULL WHERE order_key = ? AND created_at <= ?";

    private static final String DELETE = "DELETE FROM task WHERE id = ?";

    private static final ResultSetHandler<Optional<TaskRow>> ONE =
            rows -> rows.next() ? Optional.of(TaskRow.read(rows)) : Optional.empty();

    private final Database database;
    private final Turns turns;
    private final Consumer<QueueEvent> listener;

    /** Makes a store that nobody listens to, and whose turns are exact. */
    TaskStore(Database database) {
        this(database, new Turns(database, Duration.ZERO), new QueueListeners());
    }

    TaskStore(Database database, Consumer<QueueEvent> listener) {
        this(database, new Turns(database, FRESH), listener);
    }

    private TaskStore(Database database, Turns turns, Consumer<QueueEvent> listener) {
        this.database = database;
        this.turns = turns;
        this.listener = listener;
    }

    /** Stores a task that waits. */
    void insertScheduled(NewTask task) {
        insert(task, TaskStatus.SCHEDULED, 0, null);
        listener.accept(QueueEvent.Change.QUEUED);
    }

    /** Stores a task that its first attempt runs at once. */
    void insertRunning(NewTask task, Claim claim) {
        insert(task, TaskStatus.RUNNING, 1, claim);
        listener.accept(QueueEvent.Change.RUN_NOW);
        listener.accept(new QueueEvent.Begun(claim.provider(), Duration.ZERO));
    }

    private void insert(NewTask task, TaskStatus status, int attempt, @Nullable Claim claim) {
        turns.take(task.owner().turnKey(), task.createdAt(), turn -> insert(task, status, turn, attempt, claim));
    }

    private void insert(NewTask task, TaskStatus status, long turn, int attempt, @Nullable Claim claim) {
        Owner owner = task.owner();
        database.insert(
                INSERT,
                task.id(),
                status.code(),
                turn,
                owner.turnKey(),
                owner.userId().orElse(null),
                owner.userSeq(),
                owner.guest().orElse(null),
                task.request().appId(),
                task.request().identifier(),
                task.request().input(),
                task.request().numberOfImages(),
                attempt,
                claim == null ? null : claim.provider(),
                claim == null ? null : claim.host(),
                claim == null ? null : claim.leaseUntil().toEpochMilli(),
                task.createdAt().toEpochMilli(),
                task.createdAt().toEpochMilli(),
                task.completionExpectedAt().toEpochMilli(),
                task.order().map(order -> order.key().hash()).orElse(null),
                task.order().map(Order::content).orElse(null));
    }

    /** Finds a task by its public id. */
    Optional<TaskRow> find(long id) {
        return database.query(FIND, ONE, id);
    }

    /**
     * The task that was made under a key.
     *
     * @param id its public id
     * @param content what was ordered, hashed
     * @param createdAt when
     */
    record KeyedTask(long id, String content, Instant createdAt) {}

    /** Finds the task that was made under a key. */
    Optional<KeyedTask> findByKey(OrderKey key) {
        return database.query(
                FIND_BY_KEY,
                rows -> rows.next()
                        ? Optional.of(new KeyedTask(
                                rows.getLong("id"),
                                rows.getString("order_content"),
                                Instant.ofEpochMilli(rows.getLong("created_at"))))
                        : Optional.empty(),
                key.hash());
    }

    /** Frees a key if its task was made at an instant or before. */
    void freeKey(OrderKey key, Instant before) {
        database.update(FREE_KEY, key.hash(), before.toEpochMilli());
    }

    /** Hands over an owner's tasks for one application, oldest first, reading a page at a time. */
    void list(Owner owner, String appId, Consumer<TaskRow> each) {
        if (owner.userId().isPresent()) {
            listPages(
                    after -> database.query(
                            LIST_USER, Page::read, owner.userId().get(), appId, after, owner.userSeq(), PAGE),
                    each);
        } else if (owner.guest().isPresent()) {
            listPages(
                    after ->
                            database.query(LIST_GUEST, Page::read, owner.guest().get(), appId, after, PAGE),
                    each);
        }
    }

    /** Hands over all guests' tasks for one application, oldest first, reading a page at a time. */
    void listGuests(String appId, Consumer<TaskRow> each) {
        listPages(after -> database.query(LIST_GUESTS, Page::read, appId, after, PAGE), each);
    }

    /** Hands over everybody's tasks, oldest first, reading a page at a time. */
    void listAll(boolean failedOnly, Optional<String> user, Consumer<TaskRow> each) {
        listPages(after -> page(failedOnly, user, after, PAGE), each);
    }

    /** Reads some of everybody's tasks, oldest first, those after a place in the sequence. */
    Page page(boolean failedOnly, Optional<String> user, long after, int limit) {
        String userId = user.orElse(null);
        Integer status = failedOnly ? TaskStatus.FAILED.code() : null;
        return database.query(LIST_ALL, Page::read, after, userId, userId, status, status, limit);
    }

    private static void listPages(LongFunction<Page> pageAfter, Consumer<TaskRow> each) {
        Page page = pageAfter.apply(0);
        page.tasks().forEach(each);
        while (page.tasks().size() == PAGE) {
            page = pageAfter.apply(page.lastSeq());
            page.tasks().forEach(each);
        }
    }

    /** Deletes a task; tells whether it was there. */
    boolean delete(long id) {
        return database.update(DELETE, id) > 0;
    }

    /**
     * Some tasks.
     *
     * @param lastSeq the place of the last one in the sequence; 0 if there is none
     * @param tasks ordered by their places
     */
    record Page(long lastSeq, List<TaskRow> tasks) {
        static Page read(ResultSet rows) throws SQLException {
            List<TaskRow> tasks = new ArrayList<>();
            long lastSeq = 0;
            while (rows.next()) {
                tasks.add(TaskRow.read(rows));
                lastSeq = rows.getLong("seq");
            }
            return new Page(lastSeq, tasks);
        }
    }
}
