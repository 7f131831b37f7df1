package dev.easel.host.task;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/** Single-row inserts that commit by themselves: what the server and the driver can do at best. */
final class BareCommits {
    private final HikariDataSource pool;
    private final AtomicLong keys = new AtomicLong();

    BareCommits(HikariDataSource pool) throws SQLException {
        this.pool = pool;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE bare (id BIGINT PRIMARY KEY, prompt VARCHAR(100))");
        }
    }

    /** Inserts a row. */
    void commit() {
        try (Connection connection = pool.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO bare VALUES (?, ?)")) {
            insert.setLong(1, keys.incrementAndGet());
            insert.setString(2, ThroughputBenchmark.PROMPT);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
