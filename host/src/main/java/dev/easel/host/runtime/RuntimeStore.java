package dev.easel.host.runtime;

import dev.easel.host.database.Database;
import dev.easel.host.runtime.RuntimeRecord.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Keeps runtime records, which several hosts may share.
 *
 * <p>Safe for use by several threads; every method throws {@link dev.easel.api.task.TaskStoreException} if the database
 * fails.
 */
final class RuntimeStore {
    private static final String COLUMNS =
            "provider, plugin_version, images, run_millis, wait_millis, outcome, cold, recorded_at";

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String OF_CLASS = " FROM runtime_record WHERE provider = ? AND outcome = ? AND cold = ?";

    /** ORDER BY names the whole index, without which H2 sorts. */
    private static final String NEWEST_FIRST = " ORDER BY provider DESC, outcome DESC, cold DESC, seq DESC";

    static final String RECENT = "SELECT " + COLUMNS + OF_CLASS + NEWEST_FIRST + " LIMIT ?";

    private static final String FIRST_TOO_MANY = "SELECT seq" + OF_CLASS + NEWEST_FIRST + " LIMIT 1 OFFSET ?";

    private static final String PRUNE = "DELETE" + OF_CLASS + " AND seq <= ?";

    private final Database database;

    RuntimeStore(Database database) {
        this.database = database;
    }

    /** Adds records, the oldest first, by one statement. */
    void insert(List<RuntimeRecord> records) {
        if (records.isEmpty()) {
            return;
        }
        String rows = String.join(", ", Collections.nCopies(records.size(), ROW));
        Object[] values =
                records.stream().flatMap(record -> values(record).stream()).toArray();
        database.update("INSERT INTO runtime_record (" + COLUMNS + ") VALUES " + rows, values);
    }

    /** Reads the newest records of a class, the most recent first. */
    List<RuntimeRecord> recent(RecordClass records, int most) {
        return database.query(
                RECENT,
                RuntimeStore::readAll,
                records.provider(),
                records.outcome().code(),
                records.cold(),
                most);
    }

    /** Deletes all but the newest records of a class; tells how many. */
    int prune(RecordClass records, int keep) {
        int outcome = records.outcome().code();
        Optional<Long> last = database.query(
                FIRST_TOO_MANY,
                rows -> rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty(),
                records.provider(),
                outcome,
                records.cold(),
                keep);
        return last.map(seq -> database.update(PRUNE, records.provider(), outcome, records.cold(), seq))
                .orElse(0);
    }

    private static List<Object> values(RuntimeRecord record) {
        return List.of(
                record.provider(),
                record.pluginVersion(),
                record.images(),
                record.ran().toMillis(),
                record.waited().toMillis(),
                record.outcome().code(),
                record.cold(),
                record.at().toEpochMilli());
    }

    private static List<RuntimeRecord> readAll(ResultSet rows) throws SQLException {
        List<RuntimeRecord> records = new ArrayList<>();
        while (rows.next()) {
            records.add(read(rows));
        }
        return records;
    }

    private static RuntimeRecord read(ResultSet row) throws SQLException {
        return new RuntimeRecord(
                row.getString("provider"),
                row.getString("plugin_version"),
                row.getInt("images"),
                Duration.ofMillis(row.getLong("run_millis")),
                Duration.ofMillis(row.getLong("wait_millis")),
                Outcome.of(row.getInt("outcome")),
                row.getBoolean("cold"),
                Instant.ofEpochMilli(row.getLong("recorded_at")));
    }
}
