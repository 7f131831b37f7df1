package dev.easel.host.access;

import dev.easel.host.database.Database;
import dev.easel.host.task.EmbeddedDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database keeps the contract too, so that one SQL serves both. */
class EmbeddedCallStoreTest extends CallStoreContract {
    static Database database;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
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
