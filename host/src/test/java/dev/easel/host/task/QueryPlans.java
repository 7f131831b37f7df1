package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How MariaDB carries out the statements that tasks are accepted, claimed, ended and polled by. */
final class QueryPlans {
    private final Database database;
    private final StringBuilder plans = new StringBuilder();

    private QueryPlans(Database database) {
        this.database = database;
    }

    static String of(Database database) {
        QueryPlans plans = new QueryPlans(database);
        plans.add("waiting", TaskQueue.WAITING, 0L, 16);
        plans.add("claim", TaskQueue.CLAIM.formatted("?,?"), "no-op", "host", 0L, 0L, 0L, 0, 7L, 8L);
        plans.add("succeed", SuccessfulEnds.sql(List.of(7L, 8L)), 7L, "", 8L, "", 0L, 0L, 0L, 1, 7L, 8L);
        plans.add("find", TaskStore.FIND, 7L);
        return plans.plans.toString();
    }

    private void add(String name, String sql, @Nullable Object... parameters) {
        String plan = database.query("EXPLAIN " + sql, rows -> format(name, rows), parameters);
        plans.append(plan);
    }

    private static String format(String name, ResultSet rows) throws SQLException {
        StringBuilder plan = new StringBuilder();
        while (rows.next()) {
            plan.append("%-8s type=%s key=%s rows=%s %s%n"
                    .formatted(
                            name,
                            rows.getString("type"),
                            rows.getString("key"),
                            rows.getString("rows"),
                            rows.getString("Extra")));
        }
        return plan.toString();
    }
}
