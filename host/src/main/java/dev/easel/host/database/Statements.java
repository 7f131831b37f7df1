package dev.easel.host.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.easel.api.task.TaskStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Carries out statements that commit by themselves, and again where nothing can be done twice by that. */
final class Statements {
    private static final int MOST_TRIES = 6;
    private static final int SHORTEST_PAUSE_MILLIS = 5;

    private final HikariDataSource pool;

    Statements(HikariDataSource pool) {
        this.pool = pool;
    }

    /** What a statement does on a connection. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /** Carries out what does no harm when it is done twice. */
    <T extends @Nullable Object> T repeatable(Work<T> work) {
        try {
            return persistently(work);
        } catch (FailedStatementException e) {
            requireLostConnection(e);
        }
        return once(work);
    }

    /** Carries out what must not be done twice. */
    <T extends @Nullable Object> T once(Work<T> work) {
        try {
            return persistently(work);
        } catch (FailedStatementException e) {
            throw e.forCallers();
        }
    }

    /** Inserts rows with a random key of their own: where the key is there already, an earlier try was carried out. */
    int insertion(Work<Integer> work) {
        try {
            return persistently(work);
        } catch (FailedStatementException e) {
            requireLostConnection(e);
        }
        try {
            return persistently(work);
        } catch (FailedStatementException e) {
            if (e.fault() != Fault.DUPLICATE) {
                throw e.forCallers();
            }
            return 1;
        }
    }

    private static void requireLostConnection(FailedStatementException failure) {
        if (failure.fault() != Fault.CONNECTION_LOST) {
            throw failure.forCallers();
        }
    }

    /** Tries again what the database undid in favour of others, after random pauses that let them end. */
    private <T extends @Nullable Object> T persistently(Work<T> work) throws FailedStatementException {
        for (int tries = 1; ; tries++) {
            try {
                return onFreshConnection(work);
            } catch (FailedStatementException e) {
                if (e.fault() != Fault.ROLLED_BACK || tries == MOST_TRIES) {
                    throw e;
                }
            }
            pause(tries);
        }
    }

    private <T extends @Nullable Object> T onFreshConnection(Work<T> work) throws FailedStatementException {
        try (Connection connection = connection()) {
            return work.on(connection);
        } catch (SQLException e) {
            FailedStatementException failure = FailedStatementException.of(e);
            if (failure.fault() == Fault.CONNECTION_LOST) {
                // The other idle connections are as old as the one that was lost.
                pool.getHikariPoolMXBean().softEvictConnections();
            }
            throw failure;
        }
    }

    private Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new TaskStoreException("The database gives no connection: " + e.getMessage(), e);
        }
    }

    private static void pause(int tries) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(1, (long) SHORTEST_PAUSE_MILLIS << tries));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskStoreException("The thread was interrupted between two tries of a statement", e);
        }
    }
}
