package dev.easel.host.database;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.config.Secret;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What administrators meet when they name a MariaDB server. */
class MariaDbDatabaseTest {
    private final MariaDbServer server = MariaDbServer.shared();

    @TempDir
    Path data;

    @Test
    void hostsThatStartAtOnceOnAnEmptyDatabaseAllGetACurrentSchema() throws Exception {
        EaselConfig.Database settings = server.newDatabase();
        ExecutorService hosts = Executors.newFixedThreadPool(3);
        try {
            Callable<Integer> start = () -> {
                try (Database database = Database.open(settings, data)) {
                    return count(database, "SELECT COUNT(*) FROM task");
                }
            };
            for (Future<Integer> started : hosts.invokeAll(List.of(start, start, start))) {
                assertEquals(0, started.get());
            }
        } finally {
            hosts.shutdownNow();
        }
    }

    @Test
    void aNewerSchemaIsRefused() {
        EaselConfig.Database settings = server.newDatabase();
        try (Database database = Database.open(settings, data)) {
            database.update("UPDATE easel_schema SET version = '999' WHERE version = '1'");
        }
        TaskStoreException refusal = assertThrows(TaskStoreException.class, () -> Database.open(settings, data));
        assertTrue(String.valueOf(refusal.getMessage()).contains("schema version 999"), refusal::getMessage);
        assertTrue(String.valueOf(refusal.getMessage()).contains("start a host at least as new"), refusal::getMessage);
    }

    @Test
    void wrongCredentialsAreReportedWithoutThePassword() {
        EaselConfig.Database right = server.newDatabase();
        EaselConfig.Database wrong = new EaselConfig.Database(right.url(), "easel", new Secret("mistaken"));
        TaskStoreException refusal = assertThrows(TaskStoreException.class, () -> Database.open(wrong, data));
        assertTrue(String.valueOf(refusal.getMessage()).contains("Access denied"), refusal::getMessage);
        assertFalse(String.valueOf(refusal.getMessage()).contains("mistaken"), refusal::getMessage);
    }

    @Test
    void anAddressThatCannotBeReadIsReportedWithoutRepeatingIt() {
        EaselConfig.Database wrong = new EaselConfig.Database(
                Optional.of("jdbc:mariadb://127.0.0.1:notaport/x?password=mistaken"), "", new Secret(""));
        TaskStoreException refusal = assertThrows(TaskStoreException.class, () -> Database.open(wrong, data));
        assertFalse(String.valueOf(refusal.getMessage()).contains("mistaken"), refusal::getMessage);
        assertTrue(String.valueOf(refusal.getMessage()).contains("jdbc:mariadb://host:port/database"));
    }

    @Test
    void sessionsDoNotDependOnTheServersConfiguration() {
        try (Database database = Database.open(server.newDatabase(), data)) {
            assertEquals("+00:00", text(database, "SELECT @@time_zone"));
            assertEquals("READ-COMMITTED", text(database, "SELECT @@tx_isolation"));
            assertEquals("utf8mb4", text(database, "SELECT @@character_set_connection"));
            assertFalse(text(database, "SELECT @@sql_mode").contains("ANSI_QUOTES"));
        }
    }

    @Test
    void theDatabasesTimeIsMeasuredHoweverWrongThisHostsClockIs() {
        try (Database database = Database.open(server.newDatabase(), data)) {
            Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofHours(-3));
            DatabaseClock clock = new DatabaseClock(database, wrong);
            clock.measure();
            Duration error = Duration.between(Instant.now(), clock.instant()).abs();
            assertTrue(error.compareTo(Duration.ofSeconds(10)) < 0, error::toString);
        }
    }

    @Test
    void aValueThatDoesNotFitIsNotRepeated() {
        try (Database database = Database.open(server.newDatabase(), data)) {
            database.update("CREATE TABLE short (word VARCHAR(3))");
            TaskStoreException refusal = assertThrows(
                    TaskStoreException.class, () -> database.update("INSERT INTO short VALUES (?)", "confidential"));
            assertFalse(String.valueOf(refusal.getMessage()).contains("confidential"), refusal::getMessage);
        }
    }

    private static int count(Database database, String sql) {
        return Integer.parseInt(text(database, sql));
    }

    private static String text(Database database, String sql) {
        return database.query(sql, rows -> {
            rows.next();
            return String.valueOf(rows.getString(1));
        });
    }
}
