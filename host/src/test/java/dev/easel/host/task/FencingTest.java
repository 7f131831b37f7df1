package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import dev.easel.host.image.FileImageStore;
import dev.easel.host.runtime.DeclaredRuntimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Two hosts on one MariaDB and one image folder; one of them is declared dead and comes back. */
class FencingTest {
    private static final EaselConfig.Tasks SETTINGS = new EaselConfig.Tasks(
            Duration.ofSeconds(30),
            12,
            Duration.ofDays(7),
            Duration.ofHours(1),
            EaselConfig.RunDeadline.DEFAULT,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20));
    private static final Duration AT_ONCE = Duration.ofMillis(100);

    private final CountDownLatch resumed = new CountDownLatch(1);
    private final TestProvider slow = new TestProvider("painter").always(Behaviour.drawingAfter(resumed));
    private final TestProvider quick = new TestProvider("painter");
    private Database database;
    private FileImageStore images;
    private TaskService paused;
    private TaskService heir;

    @TempDir
    Path folder;

    @BeforeEach
    void startHosts() throws IOException {
        database = Database.open(MariaDbServer.shared().newDatabase(), folder);
        images = FileImageStore.open(folder.resolve("images"), Clock.systemUTC());
        // A host without heartbeat: what it runs for waiting clients has a lease that nobody extends.
        paused = host(slow);
        heir = host(quick);
    }

    @AfterEach
    void stopHosts() throws InterruptedException {
        resumed.countDown();
        heir.stop(AT_ONCE);
        paused.stop(AT_ONCE);
        database.close();
    }

    @Test
    void aHostThatWasPausedPastItsLeaseNeitherPublishesNorLeavesFiles() throws Exception {
        var waiting = paused.manager()
                .runOrSchedule(TaskRequest.of("a fox", "app", 1), Owner.user("alice"), Duration.ofSeconds(30));
        Awaitility.await().until(() -> slow.calls().size() == 1);
        assertEquals(1, database.update("UPDATE task SET lease_until = 1 WHERE status = 2"));
        heir.start(false);
        Awaitility.await().atMost(30, SECONDS).until(() -> tasks().get(0).status() == TaskStatus.SUCCESSFUL);
        List<Path> published = files();
        resumed.countDown();
        Task answer = waiting.get(30, SECONDS);
        assertEquals(TaskStatus.SUCCESSFUL, answer.status());
        assertEquals(published, files(), "the late result left files");
        assertEquals(1, published.size());
        assertArrayEquals(
                Behaviour.png(),
                answer.outputImages().orElseThrow().get(0).openStream().readAllBytes());
        TaskReport report = new TaskReports(database).show(answer.id()).orElseThrow();
        assertEquals(2, report.runs().attempts());
        assertEquals(1, report.runs().crashes());
        assertEquals(1, quick.calls().size());
    }

    private TaskService host(TestProvider provider) {
        return new TaskService(
                new TaskService.Foundation(
                        database, images, new TestProviders(provider), new DeclaredRuntimes(), Clock.systemUTC()),
                SETTINGS,
                false);
    }

    private List<TaskReport> tasks() {
        List<TaskReport> found = new ArrayList<>();
        new TaskReports(database).list(false, Optional.empty(), found::add);
        return found;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("images"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
