package dev.easel.host.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.easel.api.task.TaskStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Connections that are lost after the statement was carried out, and before its answer arrived. */
class StatementsTest {
    private final AtomicInteger tries = new AtomicInteger();
    private HikariDataSource pool;
    private Statements statements;

    @BeforeEach
    void open() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        pool = new HikariDataSource(config);
        statements = new Statements(pool);
        execute("CREATE TABLE word (id INT PRIMARY KEY)");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void anInsertThatWasCarriedOutIsNotTakenForADuplicate() throws SQLException {
        assertEquals(1, statements.insertion(losingFirst(connection -> insert(connection, 7))));
        assertEquals(2, tries.get());
        assertEquals(1, count());
    }

    @Test
    void aDuplicateAtTheFirstTryIsRefused() throws SQLException {
        execute("INSERT INTO word VALUES (7)");
        assertThrows(TaskStoreException.class, () -> statements.insertion(connection -> insert(connection, 7)));
    }

    @Test
    void anInsertIsTriedTwiceAtMost() {
        assertThrows(TaskStoreException.class, () -> statements.insertion(losingAlways()));
        assertEquals(2, tries.get());
    }

    @Test
    void whatMustNotBeDoneTwiceIsTriedOnce() {
        assertThrows(TaskStoreException.class, () -> statements.once(losingAlways()));
        assertEquals(1, tries.get());
    }

    @Test
    void aReadIsTriedTwice() {
        assertEquals(0, statements.repeatable(losingFirst(connection -> 0)));
        assertThrows(TaskStoreException.class, () -> statements.repeatable(losingAlways()));
        assertEquals(4, tries.get());
    }

    private Statements.Work<Integer> losingFirst(Statements.Work<Integer> work) {
        return connection -> {
            boolean first = tries.incrementAndGet() == 1;
            int result = work.on(connection);
            if (first) {
                throw new SQLNonTransientConnectionException("cut", "08S01");
            }
            return result;
        };
    }

    private Statements.Work<Integer> losingAlways() {
        return connection -> {
            tries.incrementAndGet();
            throw new SQLNonTransientConnectionException("cut", "08S01");
        };
    }

    private static int insert(Connection connection, int id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("INSERT INTO word VALUES (" + id + ")");
        } catch (SQLException e) {
            // As DbUtils does.
            SQLException repeated =
                    new SQLException(e.getMessage() + " Parameters: []", e.getSQLState(), e.getErrorCode());
            repeated.setNextException(e);
            throw repeated;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT COUNT(*) FROM word")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
