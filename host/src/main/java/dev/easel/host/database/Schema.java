package dev.easel.host.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.easel.api.task.TaskStoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables and their versions. */
final class Schema {
    /** The newest migration among the resources. */
    static final int CURRENT = 6;

    private static final String HISTORY = "easel_schema";

    private Schema() {}

    /**
     * Brings the schema up to date.
     *
     * @throws TaskStoreException if the server is refused, the schema is newer than this host, or a migration failed
     */
    static void migrate(DataSource pool, Product product) {
        try (Connection connection = pool.getConnection()) {
            product.check(connection);
            // Starting Flyway takes a second, so it is left out where there is nothing for it to do.
            if (!isCurrent(connection)) {
                migrateAlone(product);
            }
        } catch (SQLException e) {
            throw new TaskStoreException("The version of the database's schema cannot be read: " + e.getMessage(), e);
        }
    }

    /** Migrates unless another host did so while this one waited for it. */
    private static void migrateAlone(Product product) throws SQLException {
        try (HikariDataSource connections = forMigrations(product);
                Connection connection = connections.getConnection()) {
            product.lockSchema(connection);
            if (!isCurrent(connection)) {
                runMigrations(connections);
            }
        }
    }

    private static HikariDataSource forMigrations(Product product) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("migrations");
        config.setDataSource(product.forMigrations());
        config.setConnectionInitSql(product.preparation());
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static boolean isCurrent(Connection connection) throws SQLException {
        int found = hasHistory(connection) ? newest(connection) : 0;
        if (found > CURRENT) {
            throw new TaskStoreException(
                    "The database has schema version " + found + ", this host knows versions up to " + CURRENT
                            + "; start a host at least as new as the one that wrote it",
                    null);
        }
        return found == CURRENT;
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), HISTORY, null)) {
            return tables.next();
        }
    }

    private static int newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(CAST(`version` AS SIGNED)) FROM `" + HISTORY
                        + "` WHERE `success` = TRUE AND `version` IS NOT NULL")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void runMigrations(DataSource connections) {
        try {
            Flyway.configure()
                    .dataSource(connections)
                    .table(HISTORY)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new TaskStoreException("The database's schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
