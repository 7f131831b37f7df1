package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static dev.easel.host.task.ServiceFixture.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What was accepted is done after a stop or a kill. */
@Timeout(60)
class RestartTest {
    private static final Duration AT_ONCE = Duration.ZERO;

    private final TestProvider provider = new TestProvider("painter");

    private final Path data;

    RestartTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void whatWasQueuedWhenTheHostStoppedIsRunAfterTheRestart() throws Exception {
        long id;
        try (ServiceFixture host = ServiceFixture.start(data, new TestProvider("painter").slots(0))) {
            id = host.queue(ALICE, "a fox").id();
        }
        try (ServiceFixture host = ServiceFixture.start(data, provider)) {
            assertTrue(host.await(id, TaskStatus.SUCCESSFUL).outputImages().isPresent());
        }
    }

    @Test
    void aStopLetsRunsEnd() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        TestProvider slow = new TestProvider("painter").always((request, sinks) -> {
            begun.countDown();
            Behaviour.drawingAfter(go).generate(request, sinks);
        });
        ServiceFixture host = ServiceFixture.start(data, slow);
        CompletableFuture<Task> answer = host.order(ALICE, "a fox");
        begun.await();
        CompletableFuture<Void> later =
                CompletableFuture.runAsync(go::countDown, CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
        host.stop(Duration.ofSeconds(20));
        later.join();
        assertEquals(TaskStatus.SUCCESSFUL, answer.get(1, TimeUnit.SECONDS).status());
    }

    @Test
    void aStopThatIsOutOfPatienceGivesBackWhatRuns() throws Exception {
        long nowId;
        try (ServiceFixture host =
                ServiceFixture.start(data, new TestProvider("painter").always(Behaviour.workingUntilCancelled()))) {
            CompletableFuture<Task> answer = host.order(ALICE, "a fox");
            host.stop(AT_ONCE);
            Task task = answer.get(1, TimeUnit.SECONDS);
            assertEquals(TaskStatus.SCHEDULED, task.status());
            nowId = task.id();
        }
        assertGivenBackWithoutCountingAsAnything(nowId);
        try (ServiceFixture host = ServiceFixture.start(data, provider)) {
            host.await(nowId, TaskStatus.SUCCESSFUL);
        }
    }

    @Test
    void afterAStopNothingIsStarted() throws Exception {
        TestProvider busy = new TestProvider("painter").always(Behaviour.workingUntilCancelled());
        ServiceFixture host = ServiceFixture.start(data, busy);
        long first = host.queue(ALICE, "a1").id();
        host.await(first, TaskStatus.RUNNING);
        host.queue(ALICE, "a2");
        host.stop(AT_ONCE);
        assertEquals(List.of("a1"), busy.prompts());
    }

    @Test
    void whatAKilledHostWasRunningAndWhatItHadQueuedIsRunAfterTheRestart() throws Exception {
        long running;
        long queued;
        try (JavaProcess killed = new JavaProcess(StuckHost.class, data)) {
            running = Long.parseLong(killed.await("RUNNING"));
            queued = Long.parseLong(killed.await("QUEUED"));
        }
        try (ServiceFixture host = ServiceFixture.start(data, provider)) {
            host.await(running, TaskStatus.SUCCESSFUL);
            host.await(queued, TaskStatus.SUCCESSFUL);
            assertEquals(List.of("running", "queued"), provider.prompts());
            assertEquals(
                    1,
                    new TaskStore(host.database)
                            .find(running)
                            .orElseThrow()
                            .run()
                            .crashes());
            assertEquals(
                    0,
                    new TaskStore(host.database)
                            .find(queued)
                            .orElseThrow()
                            .run()
                            .crashes());
        }
    }

    @Test
    void aHostThatIsNotAloneLeavesOthersTheirLeases() throws Exception {
        long running;
        try (JavaProcess killed = new JavaProcess(StuckHost.class, data)) {
            running = Long.parseLong(killed.await("RUNNING"));
            killed.await("QUEUED");
        }
        try (ServiceFixture host = new ServiceFixture(data, new InMemoryImageStore(), false, provider)) {
            host.service.start(false);
            host.await(host.queue(ALICE, "another").id(), TaskStatus.SUCCESSFUL);
            assertEquals(TaskStatus.RUNNING, host.find(running).status());
        }
    }

    private void assertGivenBackWithoutCountingAsAnything(long id) {
        try (var database = EmbeddedDatabases.open(data)) {
            TaskRow.Run run = new TaskStore(database).find(id).orElseThrow().run();
            assertEquals(0, run.crashes());
            assertEquals(0, run.failures());
            assertTrue(run.host().isEmpty());
        }
    }
}
