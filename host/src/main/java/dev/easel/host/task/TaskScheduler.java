package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.host.logging.LogContext;
import dev.easel.host.provider.HostedProvider.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores new tasks, and either runs them at once or leaves them to the queue. */
final class TaskScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(TaskScheduler.class);

    private final TaskIds ids = new TaskIds();
    private final TaskStore store;
    private final RunNowRule rule;
    private final Claims claims;
    private final TaskRunner runner;
    private final QueueWorker worker;

    TaskScheduler(TaskStore store, RunNowRule rule, Claims claims, TaskRunner runner, QueueWorker worker) {
        this.store = store;
        this.rule = rule;
        this.claims = claims;
        this.runner = runner;
        this.worker = worker;
    }

    /**
     * Stores a task.
     *
     * @param order the order that makes it, if that may be repeated
     * @return completes when it was queued, its first run has ended, or the budget is over
     */
    CompletableFuture<Accepted> schedule(TaskRequest request, Owner owner, Duration budget, Optional<Order> order) {
        Instant now = claims.now();
        Optional<Slot> slot = rule.slotFor(request.numberOfImages(), budget, now);
        NewTask task = new NewTask(
                ids.next(),
                request,
                owner,
                claims.expectedEnd(slot.map(Slot::provider), request.numberOfImages()),
                now,
                order);
        if (slot.isPresent()) {
            return runNow(task, slot.get(), budget);
        }
        store.insertScheduled(task);
        logAccepted(task, "queued");
        worker.signal();
        return CompletableFuture.completedFuture(Accepted.queued(task));
    }

    /** The one line that has both the request's id and the task's. */
    private static void logAccepted(NewTask task, String how) {
        try (LogContext.Scope scope = LogContext.ofTask(task.id())) {
            LOG.info("Task {} is accepted and {}", task.id(), how);
        }
    }

    private CompletableFuture<Accepted> runNow(NewTask task, Slot slot, Duration budget) {
        try {
            store.insertRunning(task, claims.of(slot.provider(), task.request().numberOfImages()));
        } catch (RuntimeException e) {
            slot.close();
            throw e;
        }
        logAccepted(task, "run now");
        return runner.start(Attempt.first(task), slot, Duration.ZERO)
                .ended()
                .thenApply(nothing -> Accepted.begun(task.id()))
                .completeOnTimeout(Accepted.begun(task.id()), budget.toMillis(), TimeUnit.MILLISECONDS);
    }
}
