package dev.easel.host.database;

import dev.easel.api.task.TaskStoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables and their versions. */
final class Schema {
    /** The newest migration among the resources. */
    static final int CURRENT = 3;

    private static final String HISTORY = "easel_schema";

    private Schema() {}

    /**
     * Brings the schema up to date.
     *
     * @throws TaskStoreException if it is newer than this host, or a migration failed
     */
    static void migrate(DataSource database) {
        int found = version(database).orElse(0);
        if (found > CURRENT) {
            throw new TaskStoreException(
                    "The database has schema version " + found + ", this host knows versions up to " + CURRENT
                            + "; start a host at least as new as the one that wrote it",
                    null);
        }
        // Starting Flyway takes a second, so it is left out where there is nothing for it to do.
        if (found < CURRENT) {
            runMigrations(database);
        }
    }

    private static OptionalInt version(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return hasHistory(connection) ? newest(connection) : OptionalInt.empty();
        } catch (SQLException e) {
            throw new TaskStoreException("The version of the database's schema cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), HISTORY, null)) {
            return tables.next();
        }
    }

    private static OptionalInt newest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT MAX(CAST(`version` AS SIGNED)) FROM `" + HISTORY
                        + "` WHERE `success` = TRUE AND `version` IS NOT NULL")) {
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        }
    }

    private static void runMigrations(DataSource database) {
        try {
            Flyway.configure()
                    .dataSource(database)
                    .table(HISTORY)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new TaskStoreException("The database's schema cannot be brought up to date: " + e.getMessage(), e);
        }
    }
}
