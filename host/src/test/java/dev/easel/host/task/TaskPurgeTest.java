package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskStatus;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of the tasks of a user who is removed. */
@Timeout(60)
class TaskPurgeTest {
    private static final Owner ALICE = Owner.user("alice", 1);
    private static final Owner NEXT_ALICE = Owner.user("alice", 2);

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
    void whateverTheirStateTheyGoWithTheirImagesAndTheirRunsAreCancelled() throws Exception {
        Task finished = host.order(ALICE, "finished").get(10, TimeUnit.SECONDS);
        Task next = host.order(NEXT_ALICE, "of the next of the name").get(10, TimeUnit.SECONDS);
        provider.first(Behaviour.workingUntilCancelled());
        long running = host.queue(ALICE, "running").id();
        host.await(running, TaskStatus.RUNNING);
        Awaitility.await().until(() -> provider.calls().size() == 3);
        long waiting = host.queue(ALICE, "waiting").id();

        assertEquals(3, host.service.purge().deleteAll(ALICE));
        Awaitility.await().until(() -> provider.freeSlots() == 1);
        assertTrue(provider.calls().get(2).request().cancellation().isCancelled());
        for (long id : new long[] {finished.id(), running, waiting}) {
            assertTrue(host.manager().find(id).isEmpty());
            assertFalse(host.images.holds(id));
        }
        assertEquals(TaskStatus.SUCCESSFUL, host.find(next.id()).status());
        assertTrue(host.images.holds(next.id()));
        assertEquals(0, host.service.purge().deleteAll(ALICE));
    }

    @Test
    void withoutAHostTheImagesGoToo() throws Exception {
        Task task = host.order(ALICE, "a fox").get(10, TimeUnit.SECONDS);
        TaskPurge purge = TaskPurge.withoutHost(host.database, host.images);
        assertEquals(1, purge.deleteAll(ALICE));
        assertTrue(host.manager().find(task.id()).isEmpty());
        assertFalse(host.images.holds(task.id()));
    }

    @Test
    void moreThanOneBatchGoes() {
        provider.slots(0);
        for (int i = 0; i < 201; i++) {
            host.queue(ALICE, "prompt " + i);
        }
        assertEquals(201, host.service.purge().deleteAll(ALICE));
    }
}
