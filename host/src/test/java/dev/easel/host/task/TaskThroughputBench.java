package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import dev.easel.host.runtime.DeclaredRuntimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Prints how many tasks are accepted and executed a second, beside bare single-row commits in the same run. */
final class TaskThroughputBench {
    private static final int THREADS = 8;
    private static final int COUNT = Integer.getInteger("easel.tasks", 4000);

    private final Database database;
    private final AtomicLong keys = new AtomicLong();

    private TaskThroughputBench(Database database) {
        this.database = database;
    }

    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("easel-bench");
        MariaDbServer server = MariaDbServer.shared();
        server.administer("SET GLOBAL innodb_flush_log_at_trx_commit = 1");
        try (Database mariaDb = Database.open(server.newDatabase(), data);
                Database embedded = Database.open(EmbeddedDatabases.SETTINGS, data)) {
            for (int round = 0; round < 2; round++) {
                new TaskThroughputBench(mariaDb).run("MariaDB");
                new TaskThroughputBench(embedded).run("H2");
            }
        }
        System.exit(0);
    }

    private void run(String name) throws Exception {
        database.update("DROP TABLE IF EXISTS bare");
        database.update("CREATE TABLE bare (id BIGINT PRIMARY KEY, prompt VARCHAR(100))");
        database.update("DELETE FROM task");
        double bare = perSecond(
                () -> database.update("INSERT INTO bare VALUES (?, ?)", keys.incrementAndGet(), "a fox in the snow"));
        TestProvider provider = new TestProvider("painter")
                .slots(THREADS)
                .always((request, sinks) -> Behaviour.drawing().generate(request, sinks));
        TaskService service = new TaskService(
                new TaskService.Foundation(
                        database,
                        new InMemoryImageStore(),
                        new TestProviders(provider),
                        new DeclaredRuntimes(),
                        Clock.systemUTC()),
                new EaselConfig.Tasks(
                        Duration.ofSeconds(30),
                        12,
                        Duration.ofDays(7),
                        Duration.ofHours(1),
                        EaselConfig.RunDeadline.DEFAULT,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20)),
                false);
        double accepted = perSecond(() -> service.manager()
                .runOrSchedule(
                        TaskRequest.of("a fox in the snow", "bench", 1),
                        Owner.user("user-" + Thread.currentThread().getId()),
                        Duration.ZERO)
                .join());
        long started = System.nanoTime();
        service.start(false);
        while (unfinished() > 0) {
            Thread.sleep(20);
        }
        double executed = COUNT / ((System.nanoTime() - started) / 1e9);
        service.stop(Duration.ofSeconds(1));
        System.out.printf(
                Locale.ROOT,
                "%-8s bare %5.0f/s  accepted %5.0f/s (%.2f)  executed %5.0f/s (%.2f)%n",
                name,
                bare,
                accepted,
                accepted / bare,
                executed,
                executed / bare);
    }

    private int unfinished() {
        return database.query("SELECT COUNT(*) FROM task WHERE status IN (1, 2)", rows -> {
            rows.next();
            return rows.getInt(1);
        });
    }

    private static double perSecond(Callable<?> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long started = System.nanoTime();
        for (var done : threads.invokeAll(IntStream.range(0, COUNT)
                .<Callable<Object>>mapToObj(i -> work::call)
                .toList())) {
            done.get();
        }
        threads.shutdown();
        return COUNT / ((System.nanoTime() - started) / 1e9);
    }
}
