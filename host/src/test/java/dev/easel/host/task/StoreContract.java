package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.host.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** What every database has to do for tasks; a subclass gives the database, and may share it between tests. */
abstract class StoreContract {
    static final Instant NOW = Instant.ofEpochMilli(1_800_000_000_000L);
    static final Owner ALICE = Owner.user("alice");
    static final Owner BOB = Owner.user("bob");

    private final TaskIds ids = new TaskIds();
    TaskStore store;
    TaskQueue queue;
    TaskEnds ends;
    Leases leases;

    StoreContract() {
        store = new TaskStore(database());
        queue = new TaskQueue(database());
        EndNews untold = new EndNews(EventOutbox.PENDING, new QueueListeners());
        ends = new TaskEnds(database(), untold);
        leases = new Leases(database(), untold);
    }

    /** An open database with a current schema. */
    abstract Database database();

    @BeforeEach
    void emptyTheTable() {
        database().update("DELETE FROM task");
    }

    /** Stores a waiting task with an owner's prompt. */
    long schedule(Owner owner, String input) {
        return schedule(owner, TaskRequest.of(input, "app", 1));
    }

    /** Stores a waiting task. */
    long schedule(Owner owner, TaskRequest request) {
        NewTask task = newTask(owner, request);
        store.insertScheduled(task);
        return task.id();
    }

    NewTask newTask(Owner owner, TaskRequest request) {
        return new NewTask(ids.next(), request.withUserId(owner.userId().orElse(null)), owner, NOW, NOW);
    }

    /** The task as it is now. */
    TaskRow row(long id) {
        return store.find(id).orElseThrow();
    }

    /** A claim by a host for twenty seconds from an instant on. */
    static Claim claim(String host, Instant now) {
        return new Claim(host, "painter", now, now.plusSeconds(20), now.plus(Duration.ofSeconds(5)));
    }

    /** Has a host claim a waiting task. */
    Attempt claimed(long id) {
        TaskRow waiting = row(id);
        if (!queue.claim(waiting, claim("host", NOW))) {
            throw new IllegalStateException("Task " + id + " does not wait: " + waiting);
        }
        return Attempt.next(waiting);
    }

    /** The prompts of all tasks in the order in which they would be begun. */
    List<String> order() {
        return queue.waiting(NOW, 1000).stream()
                .map(task -> task.request().input())
                .toList();
    }

    List<String> listed(Owner owner, String appId) {
        List<String> found = new ArrayList<>();
        store.list(owner, appId, task -> found.add(task.request().input()));
        return found;
    }

    static Owner guest(String cookieHash) {
        return Owner.guest("192.0.2.1", Optional.of(cookieHash));
    }
}
