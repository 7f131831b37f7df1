package dev.easel.host.access;

import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** MariaDB keeps the contract. */
class MariaDbCallStoreTest extends CallStoreContract {
    static Database database;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = Database.open(MariaDbServer.shared().newDatabase(), data);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }
}
