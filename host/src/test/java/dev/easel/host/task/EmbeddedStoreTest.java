package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The embedded database keeps the store's contract. */
class EmbeddedStoreTest {
    static Database database;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
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
            database.update("ANALYZE TABLE task");
        }

        @Override
        void assertByIndex(String sql, @Nullable Object... parameters) {
            String plan = database.query(
                    "EXPLAIN " + sql,
                    rows -> {
                        rows.next();
                        return rows.getString(1);
                    },
                    parameters);
            assertFalse(plan.toLowerCase(Locale.ROOT).contains("tablescan"), plan);
            assertTrue(occurrences("/* index sorted */", plan) >= occurrences("ORDER BY", sql), plan);
        }

        private int occurrences(String words, String text) {
            return text.split(Pattern.quote(words), -1).length - 1;
        }
    }
}
