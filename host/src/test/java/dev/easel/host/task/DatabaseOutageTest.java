package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import dev.easel.host.runtime.DeclaredRuntimes;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The database process is killed under load and comes back. */
class DatabaseOutageTest {
    private static final int KILLS = Integer.getInteger("easel.kills", 3);
    private static final long SEED = Long.getLong("easel.seed", System.nanoTime());
    private static final int CALLERS = 4;
    private static final int TASKS_BETWEEN_KILLS = 40;

    private final MariaDbServer server = MariaDbServer.shared();
    private final Random random = new Random(SEED);
    private final InMemoryImageStore images = new InMemoryImageStore();
    private final TestProvider provider = new TestProvider("painter").slots(3);
    private final Set<Long> accepted = ConcurrentHashMap.newKeySet();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private Database database;
    private TaskService service;
    private volatile boolean ending;

    @BeforeEach
    void start(@TempDir Path data) {
        database = Database.open(server.newDatabase(), data);
        service = new TaskService(
                new TaskService.Foundation(
                        database, images, new TestProviders(provider), new DeclaredRuntimes(), Clock.systemUTC()),
                new EaselConfig.Tasks(
                        Duration.ofSeconds(2),
                        12,
                        Duration.ofDays(7),
                        Duration.ofHours(1),
                        EaselConfig.RunDeadline.DEFAULT,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20)),
                false);
        service.start(false);
    }

    @AfterEach
    void stop() throws InterruptedException {
        ending = true;
        callers.shutdownNow();
        service.stop(Duration.ofMillis(100));
        database.close();
    }

    @Test
    void everyAcceptedTaskEndsAndNoneIsPublishedTwice() throws Exception {
        List<Future<?>> calling = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Owner owner = Owner.user("caller-" + i);
            calling.add(callers.submit(() -> call(owner)));
        }
        for (int kill = 0; kill < KILLS; kill++) {
            awaitAccepted(1 + random.nextInt(TASKS_BETWEEN_KILLS));
            server.kill();
            server.restart();
        }
        awaitAccepted(TASKS_BETWEEN_KILLS);
        ending = true;
        for (Future<?> caller : calling) {
            caller.get();
        }
        Awaitility.await("all tasks end, seed " + SEED).atMost(90, SECONDS).until(this::allEnded);
        assertEachIsPublishedOnce();
    }

    private void call(Owner owner) {
        while (!ending) {
            try {
                TaskRequest request = TaskRequest.of("a fox", "app", 1);
                Duration budget = accepted.size() % 2 == 0 ? Duration.ZERO : Duration.ofSeconds(2);
                service.manager()
                        .runOrSchedule(request, owner, budget)
                        .thenAccept(task -> accepted.add(task.id()))
                        .join();
            } catch (TaskStoreException | CompletionException e) {
                // Refused with 503; the client would come back.
                Thread.onSpinWait();
            }
        }
    }

    private void awaitAccepted(int more) {
        int enough = accepted.size() + more;
        Awaitility.await("calls are accepted, seed " + SEED).atMost(60, SECONDS).until(() -> accepted.size() >= enough);
    }

    private boolean allEnded() {
        return database.query("SELECT COUNT(*) FROM task WHERE status IN (1, 2)", rows -> {
            rows.next();
            return rows.getInt(1) == 0;
        });
    }

    private void assertEachIsPublishedOnce() {
        TaskStore store = new TaskStore(database);
        for (long id : accepted) {
            TaskRow row = store.find(id).orElseThrow(() -> new AssertionError(id + " was lost, seed " + SEED));
            assertEquals(TaskStatus.SUCCESSFUL, row.status(), () -> row + ", seed " + SEED);
            assertEquals(List.of(row.run().attempt()), images.attempts(id), () -> row + ", seed " + SEED);
        }
        assertTrue(accepted.size() > KILLS);
    }
}
