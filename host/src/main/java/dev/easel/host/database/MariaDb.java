package dev.easel.host.database;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.config.EaselConfig;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A MariaDB server.
 *
 * @param url a JDBC URL
 * @param settings who signs in
 */
record MariaDb(String url, EaselConfig.Database settings) implements Product {
    /** A server that stopped answering, but not the connection, is noticed after this. */
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(10);

    private static final Duration LONGEST_MIGRATION = Duration.ofMinutes(10);

    /** Statements are the same few thousands of times, so that the server reads each only once a connection. */
    @Override
    public DataSource forStatements() {
        return source(url + (url.contains("?") ? "&" : "?") + "useServerPrepStmts=true&socketTimeout="
                + LONGEST_STATEMENT.toMillis());
    }

    @Override
    public DataSource forMigrations() {
        return source(url);
    }

    /** Makes sessions independent of the server's configuration; the default wait for a lock is 50 s. */
    @Override
    public String preparation() {
        return "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',"
                + " time_zone = '+00:00', innodb_lock_wait_timeout = 1, NAMES utf8mb4";
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public String unreachable(SQLException cause) {
        return "The database named by database.url cannot be opened: " + cause.getMessage();
    }

    @Override
    public void check(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        new ServerVersion(
                        server.getDatabaseProductName(),
                        server.getDatabaseMajorVersion(),
                        server.getDatabaseMinorVersion())
                .requireSupported();
    }

    @Override
    public void lockSchema(Connection connection) throws SQLException {
        // Names of locks are the server's, at most 64 characters.
        String lock = "SELECT GET_LOCK(CONCAT('easel.', MD5(DATABASE())), " + LONGEST_MIGRATION.toSeconds() + ")";
        try (Statement statement = connection.createStatement();
                ResultSet locked = statement.executeQuery(lock)) {
            if (!locked.next() || locked.getInt(1) != 1) {
                throw new TaskStoreException(
                        "Another host has been bringing the database's schema up to date for more than "
                                + LONGEST_MIGRATION.toMinutes() + " minutes; wait until it is done",
                        null);
            }
        }
    }

    private DataSource source(String address) {
        try {
            MariaDbDataSource source = new MariaDbDataSource(address);
            if (!settings.user().isEmpty()) {
                source.setUser(settings.user());
                source.setPassword(settings.password().value());
            }
            return source;
        } catch (SQLException e) {
            // The driver's message repeats the URL, which may hold a password.
            throw new TaskStoreException(
                    "database.url is no URL of MariaDB; it has the form jdbc:mariadb://host:port/database", null);
        }
    }
}
