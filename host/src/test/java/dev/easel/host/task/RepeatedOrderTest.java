package dev.easel.host.task;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.database.Database;
import dev.easel.host.runtime.DeclaredRuntimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Repeating an order makes no second task, on whichever host of a database and however often hosts restart. */
@Timeout(60)
class RepeatedOrderTest {
    private static final Owner ALICE = Owner.user("alice");
    private static final OrderKey KEY = OrderKey.of(ALICE, "order 1").orElseThrow();
    private static final TaskRequest FOX = TaskRequest.of("a fox", "app", 2).withUserId("alice");
    private static final Duration BUDGET = Duration.ofSeconds(20);

    private final SettableClock clock = new SettableClock(Instant.ofEpochMilli(1_800_000_000_000L));
    private final TestProvider painter = new TestProvider("painter");
    private final List<TaskService> services = new ArrayList<>();
    private Database database;
    private TaskManager tasks;

    @BeforeEach
    void open(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
        tasks = host(painter);
    }

    @AfterEach
    void close() throws InterruptedException {
        for (TaskService service : services) {
            service.stop(Duration.ofSeconds(5));
        }
        database.close();
    }

    @Test
    void theSameOrderWithTheSameKeyGivesTheSameTask() {
        assertFalse(tasks.isOrdered(KEY));
        Task first = queue(tasks, FOX, KEY);
        assertTrue(tasks.isOrdered(KEY));
        assertEquals(first.id(), queue(tasks, FOX, KEY).id());
        assertEquals(1, count());
    }

    @Test
    void theSameOrderWithoutOrWithAnotherKeyIsAnotherTask() {
        Task first = queue(tasks, FOX, KEY);
        OrderKey other = OrderKey.of(ALICE, "order 2").orElseThrow();
        assertNotEquals(first.id(), queue(tasks, FOX, other).id());
        assertNotEquals(
                first.id(),
                tasks.runOrSchedule(FOX, ALICE, Duration.ZERO).join().id());
        assertEquals(3, count());
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        OrderKey bobs = OrderKey.of(Owner.user("bob"), "order 1").orElseThrow();
        OrderKey guests = OrderKey.of(Owner.guest("192.0.2.1", Optional.of("alice")), "order 1")
                .orElseThrow();
        assertNotEquals(KEY, bobs);
        assertNotEquals(KEY, guests);
    }

    @Test
    void aGuestWithoutASessionHasNoKeys() {
        assertEquals(Optional.empty(), OrderKey.of(Owner.guest("192.0.2.1", Optional.empty()), "order 1"));
    }

    @Test
    void aKeyIsNotForAnotherOrder() {
        queue(tasks, FOX, KEY);
        for (TaskRequest other : List.of(
                TaskRequest.of("a cat", "app", 2),
                TaskRequest.of("a fox", "other", 2),
                TaskRequest.of("a fox", "app", 1),
                new TaskRequest("a fox", "app", 2, Optional.of("alice"), "mine"))) {
            assertThrows(OrderKeyReusedException.class, () -> queue(tasks, other, KEY));
        }
        assertEquals(1, count());
    }

    @Test
    void anotherHostKnowsTheOrderEvenWithoutProviders() {
        Task first = queue(tasks, FOX, KEY);
        assertEquals(first.id(), queue(host(), FOX, KEY).id());
    }

    @Test
    void ofManyAtOnceOnTwoHostsOneMakesTheTask() {
        List<TaskManager> hosts = List.of(tasks, host(painter));
        CountDownLatch go = new CountDownLatch(1);
        List<CompletableFuture<Long>> orders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            TaskManager host = hosts.get(i % 2);
            orders.add(CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            go.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return queue(host, FOX, KEY).id();
                    },
                    work -> new Thread(work).start()));
        }
        go.countDown();
        assertEquals(1, orders.stream().map(CompletableFuture::join).distinct().count());
        assertEquals(1, count());
    }

    @Test
    void whileTheFirstIsBeingAnsweredTheSecondWaits() {
        CountDownLatch paint = new CountDownLatch(1);
        painter.always(Behaviour.drawingAfter(paint));
        CompletableFuture<Task> first = tasks.runOrSchedule(FOX, ALICE, BUDGET, KEY);
        await().until(() -> painter.calls().size() == 1);
        CompletableFuture<Task> second = tasks.runOrSchedule(FOX, ALICE, BUDGET, KEY);
        assertFalse(second.isDone());
        paint.countDown();
        assertEquals(TaskStatus.SUCCESSFUL, second.join().status());
        assertEquals(first.join().id(), second.join().id());
        assertEquals(1, painter.calls().size());
    }

    @Test
    void onceTheBudgetOfTheFirstIsOverTheSecondIsAnsweredAtOnce() {
        CountDownLatch paint = new CountDownLatch(1);
        painter.always(Behaviour.drawingAfter(paint));
        CompletableFuture<Task> first = tasks.runOrSchedule(FOX, ALICE, BUDGET, KEY);
        await().until(() -> painter.calls().size() == 1);
        clock.advance(BUDGET);
        assertEquals(
                TaskStatus.RUNNING,
                tasks.runOrSchedule(FOX, ALICE, BUDGET, KEY).join().status());
        paint.countDown();
        first.join();
    }

    @Test
    void aDayLaterTheKeyMakesAnotherTaskAndTheFirstStays() {
        Task first = queue(tasks, FOX, KEY);
        clock.advance(OrderBook.KEPT);
        assertFalse(tasks.isOrdered(KEY));
        assertNotEquals(first.id(), queue(tasks, FOX, KEY).id());
        assertTrue(tasks.find(first.id()).isPresent());
    }

    @Test
    void deletingTheTaskFreesItsKey() {
        Task first = queue(tasks, FOX, KEY);
        tasks.delete(first.id());
        assertNotEquals(first.id(), queue(tasks, FOX, KEY).id());
    }

    private static Task queue(TaskManager host, TaskRequest request, OrderKey key) {
        return host.runOrSchedule(request, ALICE, Duration.ZERO, key).join();
    }

    private TaskManager host(TestProvider... providers) {
        TaskService service = new TaskService(
                new TaskService.Foundation(
                        database,
                        new InMemoryImageStore(),
                        new TestProviders(providers),
                        new DeclaredRuntimes(),
                        clock),
                new EaselConfig.Tasks(
                        BUDGET,
                        12,
                        Duration.ofDays(7),
                        Duration.ofHours(1),
                        EaselConfig.RunDeadline.DEFAULT,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20)),
                false);
        services.add(service);
        return service.manager();
    }

    private long count() {
        return database.query("SELECT COUNT(*) FROM task", rows -> rows.next() ? rows.getLong(1) : -1L);
    }
}
