package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.runtime.DeclaredRuntimes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A task service on an embedded database in a folder, with one provider, as a host would start it. */
public final class ServiceFixture implements AutoCloseable {
    static final Owner ALICE = Owner.user("alice");
    static final Owner BOB = Owner.user("bob");
    private static final Duration BUDGET = Duration.ofSeconds(30);

    public final Database database;
    final InMemoryImageStore images;
    final TestProviders providers;
    public final TaskService service;
    private boolean stopped;

    /** Makes a service that has not started. */
    ServiceFixture(Path data, InMemoryImageStore images, boolean failover, TestProvider... providers) {
        database = EmbeddedDatabases.open(data);
        this.images = images;
        this.providers = new TestProviders(providers);
        EaselConfig.Tasks settings = new EaselConfig.Tasks(
                BUDGET,
                12,
                Duration.ofDays(7),
                Duration.ofHours(1),
                EaselConfig.RunDeadline.DEFAULT,
                Duration.ofSeconds(10),
                Duration.ofSeconds(20));
        service = new TaskService(
                new TaskService.Foundation(database, images, this.providers, new DeclaredRuntimes(), Clock.systemUTC()),
                settings,
                failover);
    }

    /** Starts a service on a folder that nobody else uses. */
    public static ServiceFixture start(Path data, TestProvider... providers) {
        ServiceFixture fixture = new ServiceFixture(data, new InMemoryImageStore(), false, providers);
        fixture.service.start(true);
        return fixture;
    }

    public TaskManager manager() {
        return service.manager();
    }

    /** Orders a picture for a client that waits for it. */
    CompletableFuture<Task> order(Owner owner, String input) {
        return order(owner, input, BUDGET);
    }

    CompletableFuture<Task> order(Owner owner, String input, Duration budget) {
        TaskRequest request =
                TaskRequest.of(input, "app", 1).withUserId(owner.userId().orElse(null));
        return manager().runOrSchedule(request, owner, budget);
    }

    /** Queues a task. */
    Task queue(Owner owner, String input) {
        return order(owner, input, Duration.ZERO).join();
    }

    Task find(long id) {
        return manager().find(id).orElseThrow();
    }

    /** Waits until a task has a status. */
    Task await(long id, TaskStatus status) {
        return Awaitility.await("task " + id + " to be " + status)
                .atMost(20, TimeUnit.SECONDS)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> find(id), task -> task.status() == status);
    }

    /** Stops as a host does that is told to. */
    void stop(Duration patience) throws InterruptedException {
        stopped = true;
        service.stop(patience);
        database.close();
    }

    @Override
    public void close() throws InterruptedException {
        if (!stopped) {
            stop(Duration.ofSeconds(5));
        }
    }
}
