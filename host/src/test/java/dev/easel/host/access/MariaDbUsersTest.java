package dev.easel.host.access;

import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertFalse;

/** Users on MariaDB. */
class MariaDbUsersTest extends UsersContract {
    private static Database database;

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

    @Override
    void assertByIndex(String sql, Object... parameters) {
        List<String> steps = database.query(
                "EXPLAIN " + sql,
                rows -> {
                    List<String> types = new ArrayList<>();
                    while (rows.next()) {
                        types.add("type=" + rows.getString("type"));
                    }
                    return types;
                },
                parameters);
        assertFalse(steps.contains("type=ALL") || steps.contains("type=index"), sql + " " + steps);
    }
}
