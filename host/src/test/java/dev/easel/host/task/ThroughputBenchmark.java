package dev.easel.host.task;

import com.zaxxer.hikari.HikariDataSource;
import dev.easel.host.database.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Compares how many tasks are accepted and executed a second with db-scheduler and with bare commits, in alternating
 * rounds on the same MariaDB; and how much slower the queue is with many finished tasks in its table.
 *
 * <p>The build leaves it out. One command runs it: {@code mvn -q -pl host -am test -Dtest=ThroughputBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ThroughputBenchmark {
    /** What every task asks for. */
    static final String PROMPT = "a fox in the snow";

    private static final int THREADS = 8;
    private static final int TASKS = Integer.getInteger("easel.tasks", 3000);
    private static final int ROUNDS = Integer.getInteger("easel.rounds", 7);
    private static final int FINISHED = Integer.getInteger("easel.finished", 1_000_000);
    private static final int WARM_UP = 2;

    private final Rates rates = new Rates();

    @TempDir
    Path folder;

    @Test
    void besideDbScheduler() throws Exception {
        BenchmarkServer server = new BenchmarkServer(folder);
        try (Database database = server.newDatabase();
                HikariDataSource pool = server.newPool()) {
            execute(pool, DbSchedulerContender.TABLE);
            BareCommits bare = new BareCommits(pool);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                forgetAfterWarmUp(round);
                rates.measure("bare", TASKS, Rates.byThreads(THREADS, TASKS, i -> bare.commit()));
                database.update("TRUNCATE TABLE task");
                play("easel", new EaselContender(database, THREADS));
                execute(pool, "TRUNCATE TABLE scheduled_tasks");
                play("db-scheduler", new DbSchedulerContender(pool, THREADS));
            }
        }
        print(comparison());
        assertTrue(rates.of("easel executed") > 0);
    }

    @Test
    void withFinishedTasks() throws Exception {
        BenchmarkServer server = new BenchmarkServer(folder);
        try (Database empty = server.newDatabase();
                Database full = server.newDatabase()) {
            FinishedTasks.insert(full, FINISHED);
            Growth ofEmpty = new Growth(empty, "empty", rates);
            Growth ofFull = new Growth(full, "full", rates);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                forgetAfterWarmUp(round);
                ofEmpty.measure(THREADS, TASKS);
                ofFull.measure(THREADS, TASKS);
            }
            print(growth() + QueryPlans.of(full));
        }
        assertTrue(rates.of("full accepted") > 0);
    }

    private void forgetAfterWarmUp(int round) {
        if (round == 0) {
            rates.forget();
        }
    }

    private void play(String name, Contender contender) throws InterruptedException, ExecutionException {
        try (contender) {
            rates.measure(name + " accepted", TASKS, Rates.byThreads(THREADS, TASKS, contender::accept));
            rates.measure(name + " executed", TASKS, () -> contender.executeAll(TASKS));
        }
    }

    private String comparison() {
        String table = String.format(
                Locale.ROOT,
                "%n%-14s %12s %12s %12s%n%-14s %10.0f/s%n",
                "",
                "per second",
                "of rival's",
                "of bare",
                "bare commits",
                rates.of("bare"));
        for (String what : List.of("accepted", "executed")) {
            table += line("db-scheduler", what) + line("easel", what);
        }
        return table;
    }

    private String line(String name, String what) {
        double rate = rates.of(name + " " + what);
        return String.format(
                Locale.ROOT,
                "%-14s %10.0f/s %12.2f %12.2f  %s%n",
                name,
                rate,
                rate / rates.of("db-scheduler " + what),
                rate / rates.of("bare"),
                what);
    }

    private String growth() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%n%-10s %12s %12s %8s%n", "finished:", 0, FINISHED, "ratio"));
        for (String what : List.of("accepted", "claimed", "polled")) {
            double empty = rates.of("empty " + what);
            double full = rates.of("full " + what);
            table.append(
                    String.format(Locale.ROOT, "%-10s %10.0f/s %10.0f/s %8.2f%n", what, empty, full, full / empty));
        }
        return table.append('\n').toString();
    }

    private static void print(String table) {
        System.out.println(
                BenchmarkServer.conditions() + "\n" + THREADS + " threads, " + TASKS + " tasks a round, medians of "
                        + ROUNDS + " alternating rounds; one image of one pixel a task, kept in memory.\n" + table);
    }

    private static void execute(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
