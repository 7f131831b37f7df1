package dev.easel.host.task;

import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertFalse;

/** MariaDB keeps the store's contract. */
class MariaDbStoreTest {
    static Database database;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = Database.open(MariaDbServer.shared().newDatabase(), data);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Nested
    class Storing extends StoringContract {
        @Override
        Database database() {
            return database;
        }
    }

    @Nested
    class Turns extends TurnContract {
        @Override
        Database database() {
            return database;
        }
    }

    @Nested
    class ClaimingTasks extends ClaimContract {
        @Override
        Database database() {
            return database;
        }
    }

    @Nested
    class RunEnds extends RunEndContract {
        @Override
        Database database() {
            return database;
        }
    }

    @Nested
    class Leases extends LeaseContract {
        @Override
        Database database() {
            return database;
        }
    }

    @Nested
    class Events extends EventContract {
        @Override
        Database database() {
            return database;
        }
    }

    @Nested
    class QueryPlans extends QueryPlanContract {
        @Override
        Database database() {
            return database;
        }

        @Override
        void analyze() {
            database.query("ANALYZE TABLE task PERSISTENT FOR ALL", rows -> rows.next());
        }

        @Override
        void assertByIndex(String sql, @Nullable Object... parameters) {
            List<String> steps = database.query("EXPLAIN " + sql, MariaDbStoreTest::steps, parameters);
            for (String step : steps) {
                assertFalse(step.contains("type=ALL") || step.contains("type=index "), sql + "\n" + steps);
                assertFalse(step.contains("filesort"), sql + "\n" + steps);
            }
        }
    }

    /** The steps that read the table. */
    private static List<String> steps(ResultSet rows) throws SQLException {
        List<String> steps = new ArrayList<>();
        while (rows.next()) {
            if ("task".equals(rows.getString("table"))) {
                steps.add("type=" + rows.getString("type") + " key=" + rows.getString("key") + " rows="
                        + rows.getString("rows") + " " + rows.getString("Extra"));
            }
        }
        return steps;
    }
}
