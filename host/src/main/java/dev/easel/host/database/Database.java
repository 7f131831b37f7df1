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

    private final HikariDataSource pool;
    private final boolean shared;
    private final Statements statements;
    // Asking the driver for parameter types costs a round trip for each statement.
    private final QueryRunner runner = new QueryRunner(true);

    private Database(HikariDataSource pool, boolean shared) {
        this.pool = pool;
        this.shared = shared;
        statements = new Statements(pool);
    }

    /**
     * Opens the database and brings its schema up to date.
     *
     * @param settings which database
     * @param data the existing data folder, for the embedded database
     * @return an open database
     * @throws TaskStoreException if it cannot be reached, is held by another process, is too old a server, or is of a
     *     newer version than this host
     */
    public static Database open(EaselConfig.Database settings, Path data) {
        // Each product's classes are loaded only where it is used.
        Product product =
                settings.url().<Product>map(url -> new MariaDb(url, settings)).orElseGet(() -> new Embedded(data));
        HikariDataSource pool = connect(product);
        try {
            Schema.migrate(pool, product);
            return new Database(pool, product.isShared());
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /**
     * Tells whether other hosts may use this database.
     *
     * @return false for the embedded database
     */
    public boolean isShared() {
        return shared;
    }

    /**
     * Reads; once more where the connection is lost.
     *
     * @param sql a query
     * @param handler makes the result from the rows; may be called again after it threw
     * @param parameters in the order of the question marks
     * @return what the handler made
     * @param <T> the type of the result
     * @throws TaskStoreException if the database fails
     */
    public <T extends @Nullable Object> T query(
            String sql, ResultSetHandler<T> handler, @Nullable Object... parameters) {
        return statements.repeatable(connection -> runner.query(connection, sql, handler, parameters));
    }

    /**
     * Writes, at most once: where the connection is lost, whether it was done is unknown.
     *
     * @param sql an insert, update or delete
     * @param parameters in the order of the question marks
     * @return how many rows were written
     * @throws TaskStoreException if the database fails
     */
    public int update(String sql, @Nullable Object... parameters) {
        return statements.once(connection -> runner.update(connection, sql, parameters));
    }

    /**
     * Inserts a row with a random unique key; once more where the connection is lost.
     *
     * @param sql an insert
     * @param parameters in the order of the question marks
     * @return how many rows were written
     * @throws TaskStoreException if the database fails, or the key was there before; after a lost connection, the row
     *     may be there
     */
    public int insert(String sql, @Nullable Object... parameters) {
        return statements.insertion(connection -> runner.update(connection, sql, parameters));
    }

    /**
     * Asks for a sign of life.
     *
     * @throws TaskStoreException if the database doesn't answer
     */
    public void ping() {
        query("SELECT 1", rows -> rows.next());
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

    private static HikariDataSource connect(Product product) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("tasks");
        config.setDataSource(product.forStatements());
        config.setMinimumIdle(2);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.setConnectionInitSql(product.preparation());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw e.getCause() instanceof SQLException cause
                    ? new TaskStoreException(product.unreachable(cause), e)
                    : new TaskStoreException("The database cannot be opened: " + e.getMessage(), e);
        }
    }
}
