package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.runtime.RecordedRuntimes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** The task service as the host wires it, with a provider that does nothing and images in memory. */
final class EaselContender implements Contender {
    private static final int CALLERS = 20;
    private static final TaskRequest REQUEST = TaskRequest.of(ThroughputBenchmark.PROMPT, "bench", 1);

    private final Database database;
    private final NoOpProvider provider;
    private final RecordedRuntimes runtimes;
    private final TaskService service;

    EaselContender(Database database, int slots) {
        this.database = database;
        Clock clock = Clock.systemUTC();
        provider = new NoOpProvider(slots);
        runtimes = new RecordedRuntimes(database, clock);
        runtimes.estimate(provider, 1);
        service = new TaskService(
                new TaskService.Foundation(
                        database, new InMemoryImageStore(), new TestProviders(provider), runtimes, clock),
                new EaselConfig.Tasks(
                        Duration.ofSeconds(30),
                        12,
                        Duration.ofDays(7),
                        Duration.ofHours(1),
                        EaselConfig.RunDeadline.DEFAULT,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20)),
                false);
    }

    @Override
    public void accept(int index) {
        var unused = order(index);
    }

    /** Stores a task that waits, and returns it as a client gets it. */
    Task order(int index) {
        return service.manager()
                .runOrSchedule(REQUEST, Owner.user("user-" + index % CALLERS), Duration.ZERO)
                .join();
    }

    /** Looks a task up as a client does. */
    Task poll(long id) {
        return service.manager().find(id).orElseThrow();
    }

    @Override
    public void executeAll(int count) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(count);
        service.addListener(event -> {
            if (event == QueueEvent.Change.SUCCEEDED) {
                ended.countDown();
            }
        });
        service.start(false);
        ended.await();
    }

    /** Forgets what waits or runs; what has ended stays. */
    void clear() {
        database.update("DELETE FROM task WHERE status IN (1, 2)");
    }

    @Override
    public void close() throws InterruptedException {
        service.stop(Duration.ofSeconds(5));
        runtimes.close();
        provider.close();
    }
}
