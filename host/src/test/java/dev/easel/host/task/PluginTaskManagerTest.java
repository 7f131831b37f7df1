package dev.easel.host.task;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.Readiness;
import dev.easel.api.task.Task;
import dev.easel.api.task.TaskFailureException;
import dev.easel.api.task.TaskNotFoundException;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TextToImageManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static dev.easel.host.task.ServiceFixture.ALICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The manager as a plugin sees it. */
@Timeout(60)
class PluginTaskManagerTest {
    private static final TaskRequest REQUEST = TaskRequest.of("a fox", "app", 1);

    private final TestProvider provider = new TestProvider("painter");
    private ServiceFixture host;
    private TextToImageManager manager;

    @BeforeEach
    void start(@TempDir Path data) {
        host = ServiceFixture.start(data, provider);
        manager = host.service.managerFor("gallery", Owner::user);
    }

    @AfterEach
    void stop() throws InterruptedException {
        host.close();
    }

    @Test
    void runTaskReturnsTheImages() throws Exception {
        Task task = manager.runTask(REQUEST);
        assertEquals(TaskStatus.SUCCESSFUL, task.status());
        assertEquals(1, task.outputImages().orElseThrow().size());
    }

    @Test
    void runTaskWaitsForWhatHadToBeQueued() throws Exception {
        provider.declaring(Duration.ofMinutes(10));
        assertEquals(TaskStatus.SUCCESSFUL, manager.runTask(REQUEST).status());
    }

    @Test
    void runTaskWaitsForTheNextTry() throws Exception {
        provider.first(Behaviour.throwing(GenerationException.providerAtFault("overloaded", null)));
        assertEquals(TaskStatus.SUCCESSFUL, manager.runTask(REQUEST).status());
        assertEquals(2, provider.calls().size());
    }

    @Test
    void aTaskThatFailedIsToldWithItsIdAndReason() {
        provider.always(Behaviour.throwing(GenerationException.requestAtFault("the prompt is refused")));
        for (var e : List.of(
                assertThrows(TaskFailureException.class, () -> manager.runTask(REQUEST)),
                assertThrows(TaskFailureException.class, () -> manager.runOrScheduleTask(REQUEST)))) {
            assertEquals("the prompt is refused", e.getMessage());
            assertEquals(TaskStatus.FAILED, manager.getTask(e.taskId()).status());
        }
    }

    @Test
    void runOrScheduleTaskReturnsWhatItQueued() throws Exception {
        provider.being(Readiness.notConfigured("no key"));
        assertEquals(TaskStatus.SCHEDULED, manager.runOrScheduleTask(REQUEST).status());
    }

    @Test
    void scheduleTaskNeverWaits() {
        provider.slots(0);
        Task task = manager.scheduleTask(REQUEST);
        assertEquals(TaskStatus.SCHEDULED, task.status());
        assertEquals(TaskStatus.SCHEDULED, manager.getTask(task.id()).status());
    }

    @Test
    void aTaskIsFoundByItsUserOnly() {
        long users = manager.scheduleTask(REQUEST.withUserId("alice")).id();
        long guests = manager.scheduleTask(REQUEST).id();
        assertEquals(users, manager.getUserTask(users, "alice").id());
        assertEquals(guests, manager.getUserTask(guests, null).id());
        assertThrows(TaskNotFoundException.class, () -> manager.getUserTask(users, "bob"));
        assertThrows(TaskNotFoundException.class, () -> manager.getUserTask(users, null));
        assertThrows(TaskNotFoundException.class, () -> manager.getUserTask(guests, "alice"));
        assertThrows(TaskNotFoundException.class, () -> manager.getTask(users + 1));
    }

    @Test
    void tasksAreListedByUserAppAndIdentifier() {
        provider.slots(0);
        manager.scheduleTask(REQUEST.withUserId("alice").withIdentifier("one"));
        manager.scheduleTask(REQUEST.withUserId("alice"));
        manager.scheduleTask(REQUEST.withIdentifier("one"));
        manager.scheduleTask(REQUEST.withIdentifier("One"));
        host.queue(Owner.guest("192.0.2.1", Optional.of("cookie")), "over HTTP");
        assertEquals(List.of("one", ""), identifiers(manager.getUserTasksByApp("alice", "app")));
        assertEquals(List.of("one"), identifiers(manager.getUserTasksByApp("alice", "app", "one")));
        assertEquals(List.of(""), identifiers(manager.getUserTasksByApp("alice", "app", "")));
        assertEquals(List.of("one", "One", ""), identifiers(manager.getUserTasksByApp(null, "app")));
        assertEquals(List.of("one"), identifiers(manager.getUserTasksByApp(null, "app", "one")));
        assertEquals(List.of(), manager.getUserTasksByApp("bob", "app"));
        assertEquals(List.of(), manager.getUserTasksByApp("alice", "other"));
    }

    @Test
    void aGuestsListHasOnlyTheTasksOfTheCookie() {
        provider.slots(0);
        Owner guest = Owner.guest("192.0.2.1", Optional.of("cookie"));
        host.queue(guest, "mine");
        host.queue(Owner.guest("192.0.2.1", Optional.of("another")), "not mine");
        host.queue(ALICE, "a user's");
        List<String> found = new ArrayList<>();
        host.manager().list(guest, "app", Optional.of(""), task -> found.add(task.input()));
        assertEquals(List.of("mine"), found);
    }

    @Test
    void aDeletedTaskIsReturnedOnceMoreAndThenUnknown() {
        long id = manager.scheduleTask(REQUEST).id();
        assertEquals(id, manager.deleteTask(id).id());
        assertThrows(TaskNotFoundException.class, () -> manager.deleteTask(id));
        assertThrows(TaskNotFoundException.class, () -> manager.getTask(id));
    }

    @Test
    void providersAreThereWhetherReadyOrNot(@TempDir Path elsewhere) throws Exception {
        provider.being(Readiness.notConfigured("no key"));
        assertTrue(manager.hasProviders());
        try (ServiceFixture empty = ServiceFixture.start(elsewhere)) {
            assertFalse(empty.service.managerFor("gallery", Owner::user).hasProviders());
        }
    }

    private static List<String> identifiers(List<Task> tasks) {
        return tasks.stream().map(Task::identifier).toList();
    }
}
