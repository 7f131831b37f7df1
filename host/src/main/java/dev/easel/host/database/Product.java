package dev.easel.host.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A kind of database that tasks may be stored in. */
interface Product {

    /** Gives connections for statements, none of which takes long. */
    DataSource forStatements();

    /** Gives connections for migrations, which may take long. */
    DataSource forMigrations();

    /** The statement that prepares each new connection. */
    String preparation();

    /** Whether several hosts may use the same database. */
    boolean isShared();

    /** Says in which words an administrator is told that no connection was made. */
    String unreachable(SQLException cause);

    /**
     * Refuses a server that cannot do what the store needs.
     *
     * @throws dev.easel.api.task.TaskStoreException if it cannot
     */
    void check(Connection connection) throws SQLException;

    /**
     * Keeps other hosts from migrating the same database until the connection is closed.
     *
     * @throws dev.easel.api.task.TaskStoreException if another host goes on migrating for too long
     */
    void lockSchema(Connection connection) throws SQLException;
}
