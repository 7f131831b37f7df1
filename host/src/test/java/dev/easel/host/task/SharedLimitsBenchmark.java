package dev.easel.host.task;

import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.Caller;
import dev.easel.host.access.RateLimit;
import dev.easel.host.access.SharedCallLogs;
import dev.easel.host.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Measures what it costs to count calls in a MariaDB that several hosts share: tasks accepted a second with the limits
 * in memory and with the shared ones, and refusals, in alternating rounds on the same server.
 *
 * <p>The build leaves it out. One command runs it: {@code mvn -q -pl host -am test -Dtest=SharedLimitsBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class SharedLimitsBenchmark {
    private static final int THREADS = 8;
    private static final int TASKS = Integer.getInteger("easel.tasks", 2000);
    private static final int ROUNDS = Integer.getInteger("easel.rounds", 7);
    private static final int WARM_UP = 2;
    private static final int CALLS_OF_A_USER = 20;

    private final Rates rates = new Rates();
    private int users;

    @TempDir
    Path folder;

    @Test
    void besideLimitsInMemory() throws Exception {
        BenchmarkServer server = new BenchmarkServer(folder);
        try (Database database = server.newDatabase();
                SharedCallLogs logs = new SharedCallLogs(database, Clock.systemUTC());
                EaselContender easel = new EaselContender(database, THREADS)) {
            AccessLimits shared = new AccessLimits(true, logs);
            AccessLimits memory = new AccessLimits(true, Clock.systemUTC());
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                if (round == 0) {
                    rates.forget();
                }
                database.update("TRUNCATE TABLE task");
                measure("memory", ordering(memory, easel));
                measure("shared", ordering(shared, easel));
                measure("refused", refusals(shared));
            }
        }
        print();
        assertTrue(rates.of("shared") > 0);
    }

    private void measure(String name, IntConsumer each) throws Exception {
        users += TASKS;
        rates.measure(name, TASKS, Rates.byThreads(THREADS, TASKS, each));
    }

    /** Each user orders as often as the limit allows, and the users take turns. */
    private IntConsumer ordering(AccessLimits limits, EaselContender easel) {
        int first = users;
        int together = TASKS / CALLS_OF_A_USER;
        return index -> {
            Caller user = new Caller.User("user-" + (first + index % together), 1 + first + index % together, false);
            if (limits.admit(RateLimit.SCHEDULE, user).isPresent()) {
                throw new IllegalStateException("The call was refused");
            }
            easel.accept(index);
        };
    }

    private static IntConsumer refusals(AccessLimits limits) {
        Caller flooder = new Caller.User("flooder", 1_000_000, false);
        return index -> limits.admit(RateLimit.SCHEDULE, flooder);
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                "%s%n%d threads, %d tasks a round, medians of %d alternating rounds.%n"
                        + "accepted, counted in memory:   %8.0f/s%naccepted, counted in MariaDB:  %8.0f/s, %.2f of it%n"
                        + "calls of one over its limit:   %8.0f/s%n",
                BenchmarkServer.conditions(),
                THREADS,
                TASKS,
                ROUNDS,
                rates.of("memory"),
                rates.of("shared"),
                rates.of("shared") / rates.of("memory"),
                rates.of("refused"));
    }
}
