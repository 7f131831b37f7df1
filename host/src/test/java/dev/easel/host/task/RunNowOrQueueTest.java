package dev.easel.host.task;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.Readiness;
import dev.easel.api.task.PreConditionNotMetException;
import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static dev.easel.host.task.ServiceFixture.ALICE;
import static dev.easel.host.task.ServiceFixture.BOB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How tasks come in and are run, from the manager's side. */
@Timeout(60)
class RunNowOrQueueTest {
    private final TestProvider provider = new TestProvider("painter");
    private final CountDownLatch go = new CountDownLatch(1);
    private ServiceFixture host;

    @BeforeEach
    void start(@TempDir Path data) {
        host = ServiceFixture.start(data, provider);
    }

    @AfterEach
    void stop() throws InterruptedException {
        go.countDown();
        host.close();
    }

    @Test
    void whatFitsIntoTheBudgetIsDoneWhenTheClientIsAnswered() throws Exception {
        Task task = host.order(ALICE, "a fox").get(10, TimeUnit.SECONDS);
        assertEquals(TaskStatus.SUCCESSFUL, task.status());
        assertEquals(1, task.outputImages().orElseThrow().size());
        try (InputStream image = task.outputImages().orElseThrow().get(0).openStream()) {
            assertArrayEquals(Behaviour.png(), image.readAllBytes());
        }
        assertEquals(
                "image/png", host.manager().image(task.id(), 0).orElseThrow().mediaType());
    }

    @Test
    void anImageThatTheTaskDoesNotHaveIsNotFound() throws Exception {
        long id = host.order(ALICE, "a fox").get(10, TimeUnit.SECONDS).id();
        assertTrue(host.manager().image(id, 1).isEmpty());
        assertTrue(host.manager().image(id, -1).isEmpty());
        assertTrue(host.manager().image(id + 1, 0).isEmpty());
    }

    @Test
    void whatDoesNotFitIsQueuedAndTheClientAnsweredAtOnce() {
        provider.declaring(Duration.ofMinutes(1)).always(Behaviour.drawingAfter(go));
        CompletableFuture<Task> answer = host.order(ALICE, "a fox");
        assertTrue(answer.isDone());
        assertFalse(answer.join().status().isFinal());
        go.countDown();
        assertTrue(host.await(answer.join().id(), TaskStatus.SUCCESSFUL)
                .outputImages()
                .isPresent());
    }

    @Test
    void aRunThatOutlastsTheBudgetGoesOnAfterTheClientWasAnswered() throws Exception {
        provider.declaring(Duration.ofMillis(1)).always(Behaviour.drawingAfter(go));
        Task task = host.order(ALICE, "a fox", Duration.ofMillis(100)).get(10, TimeUnit.SECONDS);
        assertEquals(TaskStatus.RUNNING, task.status());
        assertTrue(task.outputImages().isEmpty());
        assertTrue(host.manager().image(task.id(), 0).isEmpty());
        go.countDown();
        host.await(task.id(), TaskStatus.SUCCESSFUL);
        assertEquals(1, provider.calls().size());
    }

    @Test
    void waitingClientsHoldNoThread() throws Exception {
        provider.slots(8).always(Behaviour.drawingAfter(go));
        List<CompletableFuture<Task>> answers =
                IntStream.range(0, 8).mapToObj(i -> host.order(ALICE, "a" + i)).toList();
        assertTrue(answers.stream().noneMatch(CompletableFuture::isDone), "one thread ordered and still waits for all");
        go.countDown();
        for (CompletableFuture<Task> answer : answers) {
            assertEquals(TaskStatus.SUCCESSFUL, answer.get(10, TimeUnit.SECONDS).status());
        }
    }

    @Test
    void aTaskThatWasQueuedOnAnIdleHostStartsPromptly() {
        List<Long> millis = IntStream.range(0, 10)
                .mapToObj(i -> {
                    long started = System.nanoTime();
                    host.queue(ALICE, "a" + i);
                    Awaitility.await()
                            .pollInterval(Duration.ofMillis(1))
                            .until(() -> provider.calls().size() == i + 1 && provider.freeSlots() == 1);
                    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
                })
                .sorted()
                .toList();
        assertTrue(millis.get(5) < 500, "a poll comes only once a second; took " + millis + " ms");
    }

    @Test
    void queuedTasksAreRunInTurn() {
        provider.always(Behaviour.drawingAfter(go));
        long first = host.queue(ALICE, "a1").id();
        host.await(first, TaskStatus.RUNNING);
        List.of("a2", "a3").forEach(input -> host.queue(ALICE, input));
        List.of("b1", "b2").forEach(input -> host.queue(BOB, input));
        go.countDown();
        Awaitility.await().until(() -> provider.calls().size() == 5);
        assertEquals(List.of("a1", "a2", "b1", "a3", "b2"), provider.prompts());
    }

    @Test
    void noMoreRunsAreUnderWayThanThereAreSlots() {
        provider.slots(2).always(Behaviour.drawingAfter(go));
        List<Long> ids = IntStream.range(0, 5)
                .mapToObj(i -> host.queue(ALICE, "a" + i).id())
                .toList();
        host.await(ids.get(1), TaskStatus.RUNNING);
        assertEquals(2, provider.calls().size());
        assertEquals(TaskStatus.SCHEDULED, host.find(ids.get(2)).status());
        go.countDown();
        ids.forEach(id -> host.await(id, TaskStatus.SUCCESSFUL));
        assertEquals(5, provider.calls().size());
        Awaitility.await().until(() -> provider.freeSlots() == 2);
    }

    @Test
    void aFailedRunIsTriedAgainAndThenSucceeds() throws Exception {
        provider.first(Behaviour.throwing(GenerationException.providerAtFault("overloaded", null)));
        Task answered = host.order(ALICE, "a fox").get(10, TimeUnit.SECONDS);
        assertEquals(TaskStatus.SCHEDULED, answered.status());
        host.await(answered.id(), TaskStatus.SUCCESSFUL);
        assertEquals(2, provider.calls().size());
    }

    @Test
    void aRequestAtFaultFailsForGood() throws Exception {
        provider.always(Behaviour.throwing(GenerationException.requestAtFault("the prompt is refused")));
        Task task = host.order(ALICE, "a fox").get(10, TimeUnit.SECONDS);
        assertEquals(TaskStatus.FAILED, task.status());
        assertEquals(1, provider.calls().size());
    }

    @Test
    void whatLacksSomethingWaitsUntilTheProviderIsReadyAgain() throws Exception {
        provider.first((request, sinks) -> {
            provider.being(Readiness.notReady("the key is refused"));
            throw GenerationException.lacking("the key is refused", null);
        });
        Task task = host.order(ALICE, "a fox").get(10, TimeUnit.SECONDS);
        assertEquals(TaskStatus.SCHEDULED, task.status());
        assertEquals(1, provider.rechecks());
        provider.being(Readiness.ready());
        host.providers.changed();
        host.await(task.id(), TaskStatus.SUCCESSFUL);
    }

    @Test
    void withoutAReadyProviderTasksWaitAndStartAsSoonAsThereIsOne() {
        provider.being(Readiness.notConfigured("no key"));
        Task task = host.order(ALICE, "a fox").join();
        assertEquals(TaskStatus.SCHEDULED, task.status());
        provider.being(Readiness.ready());
        host.providers.changed();
        host.await(task.id(), TaskStatus.SUCCESSFUL);
    }

    @Test
    void withoutAnyProviderNothingIsAccepted(@TempDir Path elsewhere) throws Exception {
        try (ServiceFixture empty = ServiceFixture.start(elsewhere)) {
            assertFalse(empty.manager().hasProviders());
            PreConditionNotMetException e =
                    assertThrows(PreConditionNotMetException.class, () -> empty.order(ALICE, "a fox"));
            assertEquals("No text to image provider is available", e.getMessage());
        }
    }

    @Test
    void moreImagesThanAllowedAreRefused() {
        TaskRequest request = TaskRequest.of("a fox", "app", 13);
        assertThrows(IllegalArgumentException.class, () -> host.manager().runOrSchedule(request, ALICE, Duration.ZERO));
    }

    @Test
    void aSlotIsNotLostWhenTheTaskCannotBeStored() {
        String endless = "x".repeat(300);
        assertThrows(RuntimeException.class, () -> host.order(Owner.user(endless), "a fox"));
        assertEquals(1, provider.freeSlots());
        assertEquals(List.of(), provider.calls());
    }

    @Test
    void aSlotIsNotLostWhenAClaimCannotBeStored() throws Exception {
        provider.being(Readiness.notConfigured("no key"));
        Task task = host.queue(ALICE, "a fox");
        CountDownLatch away = new CountDownLatch(1);
        provider.whenAcquired(() -> {
            provider.whenAcquired(() -> {});
            host.database.update("ALTER TABLE task RENAME TO away");
            away.countDown();
        });
        provider.being(Readiness.ready());
        host.providers.changed();
        away.await();
        Awaitility.await().until(() -> provider.freeSlots() == 1);
        host.database.update("ALTER TABLE away RENAME TO task");
        host.await(task.id(), TaskStatus.SUCCESSFUL);
    }

    @Test
    void aSlotWhoseTaskWasTakenElsewhereIsGivenToTheNextAtOnce() {
        provider.being(Readiness.notReady("wait"));
        List<Long> ids = IntStream.range(0, 10)
                .mapToObj(i -> host.queue(ALICE, "a" + i).id())
                .toList();
        Iterator<Long> taken = ids.subList(0, 9).iterator();
        provider.whenAcquired(() -> {
            if (provider.freeSlots() > 0 && taken.hasNext()) {
                host.manager().delete(taken.next());
            }
        });
        long started = System.nanoTime();
        provider.being(Readiness.ready());
        host.providers.changed();
        host.await(ids.get(9), TaskStatus.SUCCESSFUL);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        assertEquals(List.of("a9"), provider.prompts());
        assertTrue(millis < 4500, "a poll comes only once a second; nine took " + millis + " ms");
    }

    @Test
    void theQueueGoesOnAfterAFaultThatNobodyExpected() {
        provider.whenAcquired(() -> {
            provider.whenAcquired(() -> {});
            throw new IllegalStateException("on purpose");
        });
        Task task = host.queue(ALICE, "a fox");
        host.await(task.id(), TaskStatus.SUCCESSFUL);
    }
}
