package dev.easel.host.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No statement of the queue or of a request reads the whole table or sorts, however many tasks have ended. */
abstract class QueryPlanContract extends StoreContract {
    private static final int ROWS = 20_480;
    private static final String MARKS = "?,?,?";

    /** Fails unless a statement finds its rows by an index; and, if it has an order, reads them in that order. */
    abstract void assertByIndex(String sql, @Nullable Object... parameters);

    /** Has the database look at what the table holds. */
    abstract void analyze();

    /** Nine tenths have ended, one tenth waits, three run. */
    @BeforeEach
    void fill() {
        for (int i = 0; i < 20; i++) {
            schedule(ALICE, "prompt " + i);
        }
        for (int rows = 20; rows < ROWS; rows *= 2) {
            database()
                    .update(
                            "INSERT INTO task (id, status, turn, turn_key, user_id, guest, app_id, identifier, input,"
                                    + " number_of_images, attempt, crashes, failures, not_before, created_at,"
                                    + " changed_at, completion_expected_at)"
                                    + " SELECT id + ?, status, turn, turn_key, user_id, guest, app_id, identifier,"
                                    + " input, number_of_images, attempt, crashes, failures, not_before, created_at,"
                                    + " changed_at, completion_expected_at FROM task",
                            rows * 1_000_000_007L);
        }
        database()
                .update("UPDATE task SET turn = seq, turn_key = CONCAT('user:', MOD(seq, 50)),"
                        + " user_id = CASE WHEN MOD(seq, 3) = 0 THEN NULL ELSE CONCAT('user-', MOD(seq, 50)) END,"
                        + " guest = CASE WHEN MOD(seq, 3) = 0 THEN CONCAT('guest-', MOD(seq, 50)) ELSE NULL END,"
                        + " app_id = CONCAT('app-', MOD(seq, 7)),"
                        + " status = CASE MOD(seq, 10) WHEN 0 THEN 1 WHEN 1 THEN 4 ELSE 3 END, changed_at = seq,"
                        + " ended_at = CASE MOD(seq, 10) WHEN 0 THEN NULL ELSE seq END");
        for (TaskRow row : queue.waiting(NOW, 3)) {
            queue.claim(row, claim("host", NOW));
        }
        analyze();
    }

    @Test
    void everyStatementFindsItsRowsByAnIndex() {
        assertByIndex(TaskQueue.WAITING, 0L, 16);
        assertByIndex(TaskQueue.NEXT_START);
        assertByIndex(Leases.EXPIRED, 0L);
        assertByIndex(TaskQueue.CLAIM.formatted(MARKS), "painter", "host", 0L, 0L, 0L, 0, 7L, 8L, 9L);
        assertByIndex(TaskQueue.CLAIMED.formatted(MARKS), "host", 1, 7L, 8L, 9L);
        assertByIndex(Leases.EXTEND.formatted(MARKS), 0L, "host", 1L, 2L, 3L);
        assertByIndex(Leases.GIVE_BACK_STRAYS, 0L, "host", 0L);
        assertByIndex(SuccessfulEnds.sql(List.of(7L, 8L)), 7L, "", 8L, "", 0L, 0L, 0L, 1, 7L, 8L);
        assertByIndex(TaskStore.FIND, 7L);
        assertByIndex(RetentionStore.OLD, 0L, 100);
        assertByIndex(RetentionStore.OLD_WAITING, ROWS / 2L, Retention.FEW);
        assertByIndex(RetentionStore.BEGUN_SINCE, 0L);
        assertByIndex(RetentionStore.SUCCESSFUL_SINCE, 0L);
        assertByIndex(TaskStore.LIST_USER, "user-1", "app-1", 0L, 0L, 500);
        assertByIndex(TaskPurge.OF_USER, "user-1", 0L, 100);
        assertByIndex(TaskStore.LIST_GUEST, "guest-1", "app-1", 0L, 500);
        assertByIndex(TaskStore.LIST_GUESTS, "app-1", 0L, 500);
        assertByIndex(Turns.PRESENT, 0L);
        assertByIndex(Turns.LAST_OF_CALLER, "user:1");
    }
}
