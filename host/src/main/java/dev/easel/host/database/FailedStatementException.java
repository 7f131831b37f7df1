package dev.easel.host.database;

import dev.easel.api.task.TaskStoreException;
import java.sql.SQLException;
import java.util.Optional;

/** A statement on a connection that the pool gave failed. */
final class FailedStatementException extends Exception {
    private static final long serialVersionUID = 1;

    private final SQLException failure;

    private FailedStatementException(SQLException failure) {
        super(failure);
        this.failure = failure;
    }

    /**
     * Makes an exception.
     *
     * @param thrown by the driver, or by DbUtils, which adds the parameters to the message: prompts that must not be
     *     logged
     */
    static FailedStatementException of(SQLException thrown) {
        return new FailedStatementException(
                Optional.ofNullable(thrown.getNextException()).orElse(thrown));
    }

    Fault fault() {
        return Fault.of(failure);
    }

    TaskStoreException forCallers() {
        String state = String.valueOf(failure.getSQLState());
        // Databases quote values that do not fit, which may be prompts.
        return state.startsWith("22")
                ? new TaskStoreException(
                        "The database refused a value (error " + failure.getErrorCode() + ", " + state + ")", null)
                : new TaskStoreException("The database failed: " + failure.getMessage(), failure);
    }
}
