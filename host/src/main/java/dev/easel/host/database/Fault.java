package dev.easel.host.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a failed statement left behind. */
enum Fault {
    /** Nothing: the database undid it in favour of another, and the next try may work. */
    ROLLED_BACK,

    /** Doubt: the connection was lost, perhaps after the statement was carried out. */
    CONNECTION_LOST,

    /** Nothing: a row with this key is there already. */
    DUPLICATE,

    /** Nothing, and the next try would fail too. */
    OTHER;

    /**
     * MariaDB: lock wait timeout, deadlock, changed since last read, table changed since it was prepared; H2: deadlock,
     * lock timeout, concurrent update.
     */
    private static final Set<Integer> ROLLBACKS = Set.of(1205, 1213, 1020, 1615, 40001, 50200, 90131);

    /** MariaDB: shutdown, statement or connection killed; H2: closed, broken, already closed, being closed. */
    private static final Set<Integer> LOSSES = Set.of(1053, 1317, 1927, 90007, 90067, 90098, 90121);

    /** The standard's code for a violated unique key in H2; MariaDB has only the class in common. */
    private static final Set<Integer> DUPLICATES = Set.of(1062, 23505);

    static Fault of(SQLException failure) {
        int code = failure.getErrorCode();
        if (ROLLBACKS.contains(code)) {
            return ROLLED_BACK;
        }
        if (DUPLICATES.contains(code)) {
            return DUPLICATE;
        }
        return LOSSES.contains(code) || isOfConnection(failure) ? CONNECTION_LOST : OTHER;
    }

    private static boolean isOfConnection(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLRecoverableException
                || (state != null && state.startsWith("08"));
    }
}
