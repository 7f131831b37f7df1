package dev.easel.host.task;

import dev.easel.api.event.TaskFailedEvent;
import dev.easel.api.event.TaskSuccessfulEvent;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.host.database.Database;
import dev.easel.host.image.ImageInfo;
import dev.easel.host.provider.HostedListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(60)
class EventDeliveryTest extends StoreContract {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration HASTY = Duration.ofMillis(50);
    private static final List<ImageInfo> IMAGES =
            List.of(new ImageInfo(0, "image/png", 10, "a".repeat(64), Instant.EPOCH));

    static Database database;

    private final SettableClock clock = new SettableClock(NOW);
    private final List<HostedListener> listeners = new CopyOnWriteArrayList<>();
    private final List<EventDelivery> started = new ArrayList<>();

    @BeforeAll
    static void open(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (EventDelivery delivery : started) {
            delivery.close();
        }
    }

    @Override
    Database database() {
        return database;
    }

    @Test
    void everyListenerHearsOfSuccessWithTheImagesAndOfFailureWithTheReason() {
        TestListener one = listener(new TestListener());
        TestListener other = listener(new TestListener());
        start(PATIENT);
        long successful = succeed();
        long failed = fail("the prompt is refused");
        await().until(() -> one.ids().size() == 2 && other.ids().size() == 2);
        assertEquals(List.of(successful, failed), one.ids());
        assertEquals(List.of(successful, failed), other.ids());
        TaskSuccessfulEvent success =
                assertInstanceOf(TaskSuccessfulEvent.class, one.heard().get(0));
        assertEquals(1, success.task().outputImages().orElseThrow().size());
        TaskFailedEvent failure =
                assertInstanceOf(TaskFailedEvent.class, one.heard().get(1));
        assertEquals("the prompt is refused", failure.errorMessage());
        awaitNothingPending();
    }

    @Test
    void aListenerThatThrowsIsToldOnceAndTheOthersHearAll() {
        TestListener bad = listener(new TestListener(event -> {
            throw new IllegalStateException("on purpose");
        }));
        TestListener good = listener(new TestListener());
        start(PATIENT);
        List<Long> ids = List.of(succeed(), succeed());
        awaitNothingPending();
        assertEquals(ids, good.ids());
        assertEquals(ids, bad.ids());
    }

    @Test
    void aListenerThatHangsIsInterruptedAndHearsOfTheNextEnd() {
        TestListener slow = listener(new TestListener(event -> new CountDownLatch(1).await()));
        start(HASTY);
        List<Long> ids = List.of(succeed(), succeed());
        awaitNothingPending();
        assertEquals(ids, slow.ids());
    }

    @Test
    void aListenerThatIsDeafToInterruptsIsPassedByAndTheOthersHearAll() {
        CountDownLatch end = new CountDownLatch(1);
        TestListener deaf = listener(new TestListener(event -> Behaviour.drawingAfter(end)
                .generate(GenerationRequest.forPrompt("a fox").build(), List.of())));
        TestListener good = listener(new TestListener());
        start(HASTY);
        List<Long> ids = List.of(succeed(), succeed(), succeed());
        awaitNothingPending();
        assertEquals(ids, good.ids());
        assertEquals(ids.subList(0, 1), deaf.ids());
        end.countDown();
    }

    @Test
    void whileOneListenerHangsTheOthersHearAtOnce() {
        CountDownLatch end = new CountDownLatch(1);
        listener(new TestListener(event -> end.await()));
        TestListener good = listener(new TestListener());
        start(PATIENT);
        List<Long> ids = List.of(succeed(), succeed());
        await().until(() -> good.ids().equals(ids));
        end.countDown();
        awaitNothingPending();
    }

    @Test
    void whatAHostThatIsGoneHadTakenIsDeliveredAfterItsLease() {
        TestListener ear = listener(new TestListener());
        long id = succeed();
        EventStore events = new EventStore(database);
        assertTrue(events.claim(events.due(NOW, 1).get(0), NOW.plusSeconds(120)));
        EventDelivery delivery = start(PATIENT);
        clock.advance(Duration.ofSeconds(121));
        delivery.added();
        await().until(() -> ear.ids().equals(List.of(id)));
    }

    @Test
    void ofTwoHostsOneDelivers() {
        TestListener ear = listener(new TestListener());
        start(PATIENT);
        start(PATIENT);
        List<Long> ids = List.of(succeed(), succeed(), succeed(), succeed());
        awaitNothingPending();
        assertEquals(ids, ear.ids().stream().sorted(this::byPlace).toList());
        assertEquals(4, ear.heard().size());
    }

    @Test
    void aTaskThatIsDeletedBeforeItsTurnIsNotTold() {
        CountDownLatch go = new CountDownLatch(1);
        TestListener ear = listener(new TestListener(event -> go.await()));
        start(PATIENT);
        long first = succeed();
        await().until(() -> ear.ids().equals(List.of(first)));
        long deleted = succeed();
        store.delete(deleted);
        go.countDown();
        awaitNothingPending();
        assertEquals(List.of(first), ear.ids());
    }

    @Test
    void aHostAloneWithoutListenersForgetsWhatIsPending() throws InterruptedException {
        succeed();
        EventDelivery delivery = delivery(PATIENT);
        delivery.start(true);
        assertEquals(List.of(), new EventStore(database).due(NOW, 10));
        delivery.close();
    }

    private int byPlace(long one, long other) {
        return Long.compare(place(one), place(other));
    }

    private long place(long id) {
        return database.query("SELECT seq FROM task WHERE id = ?", rows -> rows.next() ? rows.getLong(1) : 0L, id);
    }

    private TestListener listener(TestListener listener) {
        listeners.add(listener);
        return listener;
    }

    private EventDelivery start(Duration timeout) {
        EventDelivery delivery = delivery(timeout);
        started.add(delivery);
        delivery.start(false);
        return delivery;
    }

    private EventDelivery delivery(Duration timeout) {
        TaskSnapshots snapshots = new TaskSnapshots(new InMemoryImageStore(), TaskRow::completionExpectedAt);
        return new EventDelivery(
                new EventStore(database),
                id -> store.find(id).flatMap(snapshots::event),
                new ListenerLanes(() -> listeners, timeout),
                clock);
    }

    private long succeed() {
        long id = schedule(ALICE, "a fox");
        ends.succeed(claimed(id), IMAGES, NOW);
        started.forEach(EventDelivery::added);
        return id;
    }

    private long fail(String reason) {
        long id = schedule(ALICE, "a fox");
        ends.fail(claimed(id), reason, NOW.plusMillis(1));
        clock.advance(Duration.ofMillis(1));
        started.forEach(EventDelivery::added);
        return id;
    }

    private void awaitNothingPending() {
        await().until(() -> database.query(
                        "SELECT COUNT(*) FROM task WHERE event_due IS NOT NULL",
                        rows -> rows.next() ? rows.getLong(1) : -1L)
                == 0);
    }
}
