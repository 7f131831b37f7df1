package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.host.database.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What is counted of tasks, and what is told of them, beside the store. */
class TaskCountsTest {
    private static final Instant NOW = Instant.ofEpochMilli(1_000_000);

    private final List<QueueEvent> events = new ArrayList<>();

    @TempDir
    private Path data;

    private Database database;
    private TaskStore store;
    private TaskQueue queue;
    private TaskEnds ends;
    private Leases leases;
    private TaskCounts counts;

    @BeforeEach
    void open() {
        database = EmbeddedDatabases.open(data);
        store = new TaskStore(database, events::add);
        queue = new TaskQueue(database, events::add);
        EndNews news = new EndNews(EventOutbox.PENDING, events::add);
        ends = new TaskEnds(database, news);
        leases = new Leases(database, news);
        counts = new TaskCounts(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anEmptyTableHasNothing() {
        assertEquals(new TaskCounts.Open(0, 0, 0, Duration.ZERO), counts.open());
        assertEquals(new TaskCounts.Ended(0, 0), counts.ended());
    }

    @Test
    void everyStateIsCounted() {
        for (long id = 1; id <= 6; id++) {
            store.insertScheduled(task(id, NOW.minusSeconds(10 - id)));
        }
        ends.succeed(claim(1), List.of(), NOW);
        ends.fail(claim(2), "no", NOW);
        claim(3);
        ends.retry(claim(4), "later", NOW.plusSeconds(60), NOW);
        assertEquals(new TaskCounts.Open(3, 2, 1, Duration.ofSeconds(5)), counts.open());
        assertEquals(new TaskCounts.Ended(1, 1), counts.ended());
    }

    @Test
    void theHeadsAgeStartsWhenItsPauseEnds() {
        store.insertScheduled(task(1, NOW.minusSeconds(100)));
        ends.retry(claim(1), "later", NOW.minusSeconds(3), NOW.minusSeconds(40));
        assertEquals(Duration.ofSeconds(3), counts.open().headAge());
    }

    @Test
    void whatHappensIsToldInOrderWithTheTimeThatTheTaskWaited() {
        store.insertScheduled(task(1, NOW.minusSeconds(4)));
        ends.retry(claim(1), "later", NOW, NOW);
        ends.succeed(claim(1), List.of(), NOW);
        assertEquals(
                List.of(
                        QueueEvent.Change.QUEUED,
                        new QueueEvent.Begun("p", Duration.ofSeconds(4)),
                        QueueEvent.Change.RETRIED,
                        new QueueEvent.Begun("p", Duration.ZERO),
                        QueueEvent.Change.SUCCEEDED),
                events);
    }

    @Test
    void aRunNowIsToldWithoutAWait() {
        store.insertRunning(task(1, NOW), claimOf());
        assertEquals(List.of(QueueEvent.Change.RUN_NOW, new QueueEvent.Begun("p", Duration.ZERO)), events);
    }

    @Test
    void aSlowerHostIsToldThatItLostTheClaim() {
        store.insertScheduled(task(1, NOW));
        TaskRow row = store.find(1).orElseThrow();
        queue.claim(row, claimOf());
        events.clear();
        queue.claim(row, claimOf());
        assertEquals(List.of(QueueEvent.Change.CLAIM_LOST), events);
    }

    @Test
    void aHostWhoseTaskWasTakenUpIsFencedAndOneWhoseTaskWasDeletedIsNot() {
        store.insertScheduled(task(1, NOW));
        Attempt stale = claim(1);
        leases.crashed(store.find(1).orElseThrow(), null, NOW.plusSeconds(60), NOW);
        events.clear();
        ends.succeed(stale, List.of(), NOW);
        assertEquals(List.of(QueueEvent.Change.FENCED), events);
        store.delete(1);
        events.clear();
        ends.succeed(stale, List.of(), NOW);
        assertEquals(List.of(), events);
    }

    @Test
    void aCrashIsALostLeaseAndTheLastOneAFailure() {
        store.insertScheduled(task(1, NOW));
        claim(1);
        events.clear();
        leases.crashed(store.find(1).orElseThrow(), null, NOW.plusSeconds(60), NOW);
        assertEquals(List.of(QueueEvent.Change.LEASE_LOST), events);
        claim(1);
        events.clear();
        leases.crashed(store.find(1).orElseThrow(), "gone", NOW.plusSeconds(60), NOW);
        assertEquals(List.of(QueueEvent.Change.FAILED, QueueEvent.Change.LEASE_LOST), events);
    }

    @Test
    void aListenerThatThrowsHurtsNobody() {
        QueueListeners listeners = new QueueListeners();
        listeners.add(event -> {
            throw new IllegalStateException("broken listener");
        });
        listeners.add(events::add);
        listeners.accept(QueueEvent.Change.QUEUED);
        assertEquals(List.of(QueueEvent.Change.QUEUED), events);
    }

    private Attempt claim(long id) {
        TaskRow row = store.find(id).orElseThrow();
        queue.claim(row, claimOf());
        return Attempt.next(row);
    }

    private static Claim claimOf() {
        return new Claim("host", "p", NOW, NOW.plusSeconds(20), NOW);
    }

    private static NewTask task(long id, Instant createdAt) {
        TaskRequest request = new TaskRequest("a fox", "app", 1, Optional.empty(), "");
        return new NewTask(id, request, Owner.user("alice"), createdAt, createdAt);
    }
}
