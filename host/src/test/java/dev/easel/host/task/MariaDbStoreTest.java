package dev.easel.host.task;

import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

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
}
