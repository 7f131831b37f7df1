package dev.easel.host.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.pool.HikariPool;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.config.EaselConfig;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.dbutils.QueryRunner;
import org.apache.commons.dbutils.ResultSetHandler;
import org.jspecify.annotations.Nullable;

/**
 * The database behind the store: MariaDB where it is configured, else an embedded one in the data folder.
 *
 * <p>Every statement commits by itself. Safe for use by several threads.
 */
public final class Database implements AutoCloseable {
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

    /** H2's code for a database file that another process holds. */
    private static final int ALREADY_OPEN = 90020;

    private final HikariDataSource pool;
    private final QueryRunner statements;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        // Asking the driver for parameter types costs a round trip for each statement.
        statements = new QueryRunner(pool, true);
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @param settings which database
     * @param data the existing data folder, for the embedded database
     * @return an open database
     * @throws TaskStoreException if it cannot be reached, is held by another process, or is of a newer version
     */
    public static Database open(EaselConfig.Database settings, Path data) {
        HikariDataSource pool = connect(poolOf(settings, data), data);
        try {
            Schema.migrate(pool);
            return new Database(pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Reads.
     *
     * @param sql a query
     * @param handler makes the result from the rows
     * @param parameters in the order of the question marks
     * @return what the handler made
     * @param <T> the type of the result
     * @throws TaskStoreException if the database fails
     */
    public <T extends @Nullable Object> T query(
            String sql, ResultSetHandler<T> handler, @Nullable Object... parameters) {
        try {
            return statements.query(sql, handler, parameters);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Writes.
     *
     * @param sql an insert, update or delete
     * @param parameters in the order of the question marks
     * @return how many rows were written
     * @throws TaskStoreException if the database fails
     */
    public int update(String sql, @Nullable Object... parameters) {
        try {
            return statements.update(sql, parameters);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Has the connection pool observed from now on.
     *
     * @param observer makes what is told of connections that are given out, waited for and made
     * @throws IllegalStateException if it is observed already
     */
    public void observePool(MetricsTrackerFactory observer) {
        pool.setMetricsTrackerFactory(observer);
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariConfig poolOf(EaselConfig.Database settings, Path data) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tasks");
        config.setJdbcUrl(settings.url().orElseGet(() -> embedded(data)));
        config.setUsername(settings.user());
        config.setPassword(settings.password().value());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return config;
    }

    /**
     * With H2's default write delay, a kill loses commits that were acknowledged. Without lower-case names, it does not
     * find the tables of Flyway, which quotes them, by names that MariaDB understands. With its default kind of file,
     * interrupting one thread in the database closes it for all.
     */
    private static String embedded(Path data) {
        return "jdbc:h2:async:" + data.resolve("easel").toAbsolutePath()
                + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    }

    private static HikariDataSource connect(HikariConfig config, Path data) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            if (e.getCause() instanceof SQLException cause && cause.getErrorCode() == ALREADY_OPEN) {
                throw new TaskStoreException(
                        "Another process holds the database in " + data
                                + "; stop the Easel that runs there, or choose another folder with --data",
                        e);
            }
            throw new TaskStoreException("The database cannot be opened: " + rootMessage(e), e);
        }
    }

    private static TaskStoreException failed(SQLException e) {
        return new TaskStoreException("The database failed: " + e.getMessage(), e);
    }

    private static @Nullable String rootMessage(Throwable e) {
        return e.getCause() == null ? e.getMessage() : rootMessage(e.getCause());
    }
}
