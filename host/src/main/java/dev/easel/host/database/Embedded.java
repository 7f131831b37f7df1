package dev.easel.host.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * H2 in this process.
 *
 * @param data the folder of its file, existing
 */
record Embedded(Path data) implements Product {
    /** H2's code for a database file that another process holds. */
    private static final int ALREADY_OPEN = 90020;

    /**
     * With H2's default write delay, a kill loses commits that were acknowledged. Without lower-case names, it does not
     * find the tables of Flyway, which quotes them, by names that MariaDB understands. With its default kind of file,
     * interrupting one thread in the database closes it for all. Where it writes over space that it takes for free, it
     * comes back from a kill without the last commits; so it only appends, and the file grows until the host stops.
     */
    @Override
    public DataSource forStatements() {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:async:" + data.resolve("easel").toAbsolutePath()
                + ";MODE=MariaDB;DATABASE_TO_LOWER=TRUE;WRITE_DELAY=0;REUSE_SPACE=FALSE;DB_CLOSE_ON_EXIT=FALSE");
        source.setUser("");
        source.setPassword("");
        return source;
    }

    @Override
    public DataSource forMigrations() {
        return forStatements();
    }

    @Override
    public String preparation() {
        return "SET TIME ZONE 'UTC'";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public String unreachable(SQLException cause) {
        return cause.getErrorCode() == ALREADY_OPEN
                ? "Another process holds the database in " + data
                        + "; stop the Easel that runs there, or choose another folder with --data"
                : "The database in " + data + " cannot be opened: " + cause.getMessage();
    }

    /** It comes with this host. */
    @Override
    public void check(Connection connection) {}

    /** Its file is this process's alone. */
    @Override
    public void lockSchema(Connection connection) {}
}
