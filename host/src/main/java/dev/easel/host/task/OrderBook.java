package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TaskStoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Recognises repeated orders.
 *
 * <p>The key is stored in the task's own row and is unique there: what makes the task takes the key, on whichever host,
 * and what deletes the task frees it. Safe for use by several threads and hosts.
 */
final class OrderBook {
    /** How long an order can be repeated. */
    static final Duration KEPT = Duration.ofHours(24);

    private static final Executor AFTER_A_PAUSE = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    private final TaskStore store;
    private final TaskScheduler scheduler;
    private final Clock clock;

    OrderBook(TaskStore store, TaskScheduler scheduler, Clock clock) {
        this.store = store;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Tells whether an order was made under this key not too long ago. */
    boolean isKnown(OrderKey key) {
        return find(key).isPresent();
    }

    /**
     * Repeats an order, if it is one that was made.
     *
     * @param budget how long to wait for the answer to the first
     * @return the task, once the first order is answered; empty if there was none
     * @throws OrderKeyReusedException if the first was for something else
     */
    Optional<CompletableFuture<Accepted>> repeat(Order order, Duration budget) {
        Optional<TaskStore.KeyedTask> first = find(order.key());
        if (first.isPresent() && !first.get().content().equals(order.content())) {
            throw new OrderKeyReusedException();
        }
        return first.map(task -> answered(task.id(), task.createdAt().plus(budget)));
    }

    /** Makes an order, unless another with its key is quicker, which it then repeats. */
    CompletableFuture<Accepted> place(Order order, TaskRequest request, Owner owner, Duration budget) {
        store.freeKey(order.key(), oldest());
        try {
            return scheduler.schedule(request, owner, budget, Optional.of(order));
        } catch (TaskStoreException e) {
            return repeat(order, budget).orElseThrow(() -> e);
        }
    }

    private Optional<TaskStore.KeyedTask> find(OrderKey key) {
        return store.findByKey(key).filter(task -> task.createdAt().isAfter(oldest()));
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    /** Only a run now is answered late; the other host's answer is not known here, so the task itself is watched. */
    private CompletableFuture<Accepted> answered(long id, Instant until) {
        boolean underWay = clock.instant().isBefore(until)
                && store.find(id)
                        .filter(task -> task.status() == TaskStatus.RUNNING)
                        .isPresent();
        return underWay
                ? CompletableFuture.supplyAsync(() -> id, AFTER_A_PAUSE).thenCompose(same -> answered(same, until))
                : CompletableFuture.completedFuture(Accepted.begun(id));
    }
}
