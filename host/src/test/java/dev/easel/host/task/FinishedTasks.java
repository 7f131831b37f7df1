package dev.easel.host.task;

import dev.easel.host.database.Database;

/** Fills a table with tasks that have ended, one of twenty badly. */
final class FinishedTasks {
    private static final int AT_ONCE = 20_000;

    /** MariaDB counts in tables that are named seq_1_to_n. */
    private static final String INSERT = """
            INSERT INTO task (id, status, turn, turn_key, user_id, app_id, identifier, input, number_of_images,
                              attempt, provider, crashes, failures, not_before, created_at, changed_at,
                              completion_expected_at, ended_at, images)
            SELECT CAST(CONV(LEFT(MD5(seq), 13), 16, 10) AS UNSIGNED), IF(MOD(seq, 20) = 0, 4, 3), seq DIV 1000,
                   CONCAT('user:user-', MOD(seq, 1000)), CONCAT('user-', MOD(seq, 1000)), 'bench', '',
                   'a fox in the snow', 1, 1, 'no-op', 0, 0, 0, 1700000000000 + seq, 1700000000000 + seq,
                   1700000000000 + seq, 1700000000000 + seq, CONCAT('0 image/png 1234567 ', SHA2(seq, 256), ' 1700000000000')
            FROM seq_%d_to_%d""";

    private FinishedTasks() {}

    /** Inserts them. */
    static void insert(Database database, int count) {
        for (int from = 1; from <= count; from += AT_ONCE) {
            database.update(INSERT.formatted(from, Math.min(count, from + AT_ONCE - 1)));
        }
    }
}
