package dev.easel.host.database;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.config.EaselConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** What becomes of statements when the server fails them. */
class MariaDbFaultsTest {
    /** Hikari's default. */
    private static final int POOL = 10;

    private final MariaDbServer server = MariaDbServer.shared();
    private final EaselConfig.Database settings = server.newDatabase();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    Path data;

    private Database database;
    private Connection rival;

    @BeforeEach
    void fill() throws SQLException {
        database = Database.open(settings, data);
        database.update("CREATE TABLE counter (id INT PRIMARY KEY, n INT NOT NULL) ENGINE = InnoDB");
        for (int id = 1; id <= 50; id++) {
            database.update("INSERT INTO counter VALUES (?, 0)", id);
        }
        rival = new MariaDb(settings.url().orElseThrow(), settings)
                .forMigrations()
                .getConnection();
        rival.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        threads.shutdownNow();
        rival.close();
        database.close();
    }

    @Test
    void aStatementThatADeadlockUndidIsDoneAgain() throws Exception {
        int before = deadlocks();
        rival("UPDATE counter SET n = n + 10 WHERE id >= 2");
        Future<Integer> update =
                threads.submit(() -> database.update("UPDATE counter SET n = n + 1 WHERE id IN (1, 2) ORDER BY id"));
        awaitWaitingForALock();
        // The server undoes the side that changed less.
        rival("UPDATE counter SET n = n + 10 WHERE id = 1");
        rival.commit();
        assertEquals(2, update.get());
        assertEquals(22, number("SELECT SUM(n) FROM counter WHERE id IN (1, 2)"));
        assertEquals(before + 1, deadlocks());
    }

    @Test
    void aStatementThatWaitsTooLongForALockIsDoneOnceTheLockIsFree() throws Exception {
        rival("UPDATE counter SET n = 5 WHERE id = 1");
        Future<Integer> update = threads.submit(() -> database.update("UPDATE counter SET n = n + 1 WHERE id = 1"));
        int before = lockTimeouts();
        Awaitility.await().until(() -> lockTimeouts() > before);
        rival.commit();
        assertEquals(1, update.get());
        assertEquals(6, number("SELECT n FROM counter WHERE id = 1"));
    }

    @Test
    void aStatementThatAlwaysWaitsForALockFailsWithinTenSeconds() throws Exception {
        rival("UPDATE counter SET n = 5 WHERE id = 1");
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThrows(
                        TaskStoreException.class, () -> database.update("UPDATE counter SET n = n + 1 WHERE id = 1")));
        rival.rollback();
        assertEquals(0, number("SELECT n FROM counter WHERE id = 1"));
    }

    @Test
    void anExhaustedPoolIsReportedSoonAndWorksAgainAfterwards() throws Exception {
        rival("DO GET_LOCK('busy', 0)");
        List<Future<Integer>> busy = new ArrayList<>();
        for (int i = 0; i < POOL; i++) {
            busy.add(threads.submit(() -> number("SELECT GET_LOCK('busy', 9)")));
        }
        Awaitility.await().until(() -> waitingForTheBusyLock() == POOL);
        assertTimeout(
                Duration.ofSeconds(8),
                () -> assertThrows(TaskStoreException.class, () -> database.update("DELETE FROM counter")));
        rival("DO RELEASE_ALL_LOCKS()");
        busy.get(0).get();
        assertEquals(50, number("SELECT COUNT(*) FROM counter"));
    }

    @Test
    void readingGoesOnWhenAllConnectionsAreCut() throws Exception {
        for (int i = 0; i < 5; i++) {
            cutConnections();
            assertEquals(50, number("SELECT COUNT(*) FROM counter"));
        }
    }

    @Test
    void anInsertWithARandomKeyIsStoredOnceWhenAllConnectionsAreCut() throws Exception {
        for (int i = 101; i <= 105; i++) {
            cutConnections();
            assertEquals(1, database.insert("INSERT INTO counter VALUES (?, 0)", i));
        }
        assertEquals(55, number("SELECT COUNT(*) FROM counter"));
    }

    @Test
    void anOtherWriteIsNotRepeatedOnItsOwn() throws Exception {
        rival("UPDATE counter SET n = 5 WHERE id = 1");
        Future<Integer> update = threads.submit(() -> database.update("UPDATE counter SET n = n + 1 WHERE id = 1"));
        awaitWaitingForALock();
        cutConnectionsBut(rival);
        rival.rollback();
        assertThrows(Exception.class, update::get);
        assertEquals(0, number("SELECT n FROM counter WHERE id = 1"));
    }

    private void cutConnections() {
        server.administer("KILL CONNECTION USER easel");
    }

    private void cutConnectionsBut(Connection kept) throws SQLException {
        try (Statement statement = kept.createStatement()) {
            var rows =
                    statement.executeQuery("SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
                            + " AND user = 'easel' AND db = DATABASE()");
            while (rows.next()) {
                server.administer("KILL CONNECTION " + rows.getLong(1));
            }
        }
    }

    private void awaitWaitingForALock() {
        Awaitility.await()
                .until(() -> server.number(
                                "SELECT COUNT(*) FROM information_schema.innodb_trx" + " WHERE trx_state = 'LOCK WAIT'")
                        > 0);
    }

    private int waitingForTheBusyLock() {
        return server.number("SELECT COUNT(*) FROM information_schema.processlist WHERE state = 'User lock'");
    }

    private int deadlocks() {
        return status("Innodb_deadlocks");
    }

    private int lockTimeouts() {
        return server.number("SELECT `count` FROM information_schema.innodb_metrics WHERE name = 'lock_timeouts'");
    }

    private int status(String name) {
        return server.number(
                "SELECT variable_value FROM information_schema.global_status WHERE variable_name = '" + name + "'");
    }

    private void rival(String sql) throws SQLException {
        try (Statement statement = rival.createStatement()) {
            statement.execute(sql);
        }
    }

    private int number(String sql) {
        return database.query(sql, rows -> {
            rows.next();
            return rows.getInt(1);
        });
    }
}
