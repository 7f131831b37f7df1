package dev.easel.host.database;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.task.EmbeddedDatabases;
import dev.easel.host.task.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.apache.commons.dbutils.handlers.ScalarHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EmbeddedDatabaseTest {
    private static final String INSERT = """
            INSERT INTO task (id, status, turn, turn_key, app_id, identifier, input, number_of_images, attempt,
                              crashes, failures, not_before, created_at, changed_at, completion_expected_at)
            VALUES (?, 1, 1, 'user:alice', 'app', '', 'a fox', 1, 0, 0, 0, 0, 0, 0, 0)""";

    private final Path data;

    EmbeddedDatabaseTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void theFirstStartMakesFileAndSchema() {
        try (Database database = Database.open(EmbeddedDatabases.SETTINGS, data)) {
            assertEquals(0, count(database));
            assertTrue(Files.exists(data.resolve("easel.mv.db")));
        }
    }

    @Test
    void whatWasStoredIsThereAfterAnotherStart() {
        try (Database database = Database.open(EmbeddedDatabases.SETTINGS, data)) {
            database.update(INSERT, 1);
        }
        try (Database database = Database.open(EmbeddedDatabases.SETTINGS, data)) {
            assertEquals(1, count(database));
        }
    }

    @Test
    void aCurrentSchemaIsNotMigratedAgain() {
        try (Database database = EmbeddedDatabases.open(data)) {
            // A migration would refuse this history.
            database.update("UPDATE `easel_schema` SET `checksum` = 4711");
        }
        try (Database database = Database.open(EmbeddedDatabases.SETTINGS, data)) {
            assertEquals(0, count(database));
        }
    }

    @Test
    void anUnfinishedSchemaIsCompleted() {
        try (Database database = EmbeddedDatabases.open(data)) {
            database.update("DROP TABLE task");
            database.update("DROP TABLE call_log");
            database.update("DROP TABLE runtime_record");
            database.update("DROP TABLE easel_user");
            database.update("DROP TABLE app_password");
            database.update("DELETE FROM `easel_schema`");
        }
        try (Database database = Database.open(EmbeddedDatabases.SETTINGS, data)) {
            assertEquals(0, count(database));
        }
    }

    @Test
    void aNewerSchemaIsRefusedAndLeftAsItIs() {
        try (Database database = EmbeddedDatabases.open(data)) {
            database.update("UPDATE `easel_schema` SET `version` = '12'");
        }
        TaskStoreException e =
                assertThrows(TaskStoreException.class, () -> Database.open(EmbeddedDatabases.SETTINGS, data));
        assertMentions(e, "schema version 12");
        assertMentions(e, "versions up to " + Schema.CURRENT);
    }

    @Test
    void theHostKnowsTheNewestMigrationThatItCarries() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            OptionalInt newest = migrations
                    .map(file -> file.getFileName().toString())
                    .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
                    .max();
            assertEquals(OptionalInt.of(Schema.CURRENT), newest);
        }
    }

    @Test
    void aFolderThatAnotherProcessHoldsIsRefusedUntilThatProcessIsGone() throws Exception {
        try (JavaProcess holder = new JavaProcess(DatabaseHolder.class, data)) {
            holder.await("OPEN");
            TaskStoreException e =
                    assertThrows(TaskStoreException.class, () -> Database.open(EmbeddedDatabases.SETTINGS, data));
            assertMentions(e, "Another process holds the database in " + data);
            assertMentions(e, "--data");
        }
        try (Database database = Database.open(EmbeddedDatabases.SETTINGS, data)) {
            assertEquals(0, count(database));
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedWithItsCause() throws Exception {
        Files.writeString(data.resolve("easel.mv.db"), "no database at all".repeat(1000));
        TaskStoreException e =
                assertThrows(TaskStoreException.class, () -> Database.open(EmbeddedDatabases.SETTINGS, data));
        assertMentions(e, "The database in " + data + " cannot be opened");
    }

    @Test
    void aStatementThatFailsIsToldWithItsCause() {
        try (Database database = EmbeddedDatabases.open(data)) {
            TaskStoreException e =
                    assertThrows(TaskStoreException.class, () -> database.update("UPDATE nothing SET x = 1"));
            assertMentions(e, "The database failed");
        }
    }

    @Test
    void aCallerThatIsInterruptedDoesNotCloseTheDatabaseForEverybody() throws Exception {
        try (Database database = EmbeddedDatabases.open(data)) {
            Thread interrupted = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    database.update(INSERT, 1);
                } catch (TaskStoreException e) {
                    // It may fail, but nobody else may.
                }
            });
            interrupted.start();
            interrupted.join();
            database.update(INSERT, 2);
            assertTrue(count(database) >= 1);
        }
    }

    private static long count(Database database) {
        Number count = database.query("SELECT COUNT(*) FROM task", new ScalarHandler<Number>());
        return count.longValue();
    }

    private static void assertMentions(TaskStoreException e, String text) {
        assertTrue(String.valueOf(e.getMessage()).contains(text), e.getMessage());
    }
}
