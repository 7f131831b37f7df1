package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskNotFoundException;
import dev.easel.api.task.TaskStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static dev.easel.host.task.ServiceFixture.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is deleted is gone, whatever state it was in. */
@Timeout(60)
class DeletionTest {
    private final TestProvider provider = new TestProvider("painter");
    private ServiceFixture host;

    @BeforeEach
    void start(@TempDir Path data) {
        host = ServiceFixture.start(data, provider);
    }

    @AfterEach
    void stop() throws InterruptedException {
        host.close();
    }

    @Test
    void aFinishedTaskGoesWithItsImages() throws Exception {
        Task task = host.order(ALICE, "a fox").get(10, TimeUnit.SECONDS);
        assertTrue(host.images.holds(task.id()));
        assertEquals(
                TaskStatus.SUCCESSFUL,
                host.manager().delete(task.id()).orElseThrow().status());
        assertFalse(host.images.holds(task.id()));
        assertGone(task.id());
    }

    @Test
    void whatIsUnknownCannotBeDeleted() {
        assertTrue(host.manager().delete(1).isEmpty());
    }

    @Test
    void aQueuedTaskIsNeverRun() {
        CountDownLatch go = new CountDownLatch(1);
        provider.always(Behaviour.drawingAfter(go));
        long first = host.queue(ALICE, "first").id();
        host.await(first, TaskStatus.RUNNING);
        long deleted = host.queue(ALICE, "deleted").id();
        long last = host.queue(ALICE, "last").id();
        host.manager().delete(deleted);
        go.countDown();
        host.await(last, TaskStatus.SUCCESSFUL);
        assertEquals(List.of("first", "last"), provider.prompts());
        assertGone(deleted);
    }

    @Test
    void aRunningTaskIsCancelledAndNothingOfItComesBack() {
        provider.first(Behaviour.workingUntilCancelled());
        long id = host.queue(ALICE, "a fox").id();
        Awaitility.await().until(() -> !provider.calls().isEmpty());
        assertEquals(TaskStatus.RUNNING, host.manager().delete(id).orElseThrow().status());
        Awaitility.await().until(() -> provider.freeSlots() == 1);
        assertTrue(provider.calls().get(0).request().cancellation().isCancelled());
        assertGone(id);
    }

    @Test
    void imagesThatWereFinishedInTheMeantimeAreDroppedToo() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        provider.first((request, sinks) -> {
            begun.countDown();
            Behaviour.drawingAfter(go).generate(request, sinks);
        });
        long id = host.queue(ALICE, "a fox").id();
        begun.await();
        host.database.update("DELETE FROM task WHERE id = ?", id);
        go.countDown();
        Awaitility.await().until(() -> provider.freeSlots() == 1);
        assertGone(id);
    }

    @Test
    void aClientThatWaitsIsToldThatTheTaskIsGone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        provider.first((request, sinks) -> {
            begun.countDown();
            Behaviour.workingUntilCancelled().generate(request, sinks);
        });
        CompletableFuture<Task> answer = host.order(ALICE, "a fox");
        begun.await();
        long id = onlyTask();
        host.manager().delete(id);
        ExecutionException e = assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
        assertEquals(
                id, assertInstanceOf(TaskNotFoundException.class, e.getCause()).taskId());
    }

    private long onlyTask() {
        long[] id = new long[1];
        host.manager().list(ALICE, "app", Optional.empty(), task -> id[0] = task.id());
        return id[0];
    }

    private void assertGone(long id) {
        assertTrue(host.manager().find(id).isEmpty());
        assertTrue(host.manager().image(id, 0).isEmpty());
        assertFalse(host.images.holds(id));
    }
}
