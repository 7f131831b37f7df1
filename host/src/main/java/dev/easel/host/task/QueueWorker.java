package dev.easel.host.task;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.HostedProvider.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts waiting tasks as soon as a provider has a free slot for them.
 *
 * <p>It looks when it is {@linkplain #signal() told} to, and once a second for what other hosts queued.
 */
final class QueueWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Semaphore signals = new Semaphore(0);
    private final TaskQueue queue;
    private final ReadAhead ahead;
    private final ProviderChoice choice;
    private final Claims claims;
    private final TaskRunner runner;
    private final Thread thread = new Thread(this::work, "queue");
    private volatile boolean stopping;

    QueueWorker(TaskQueue queue, ProviderChoice choice, Claims claims, TaskRunner runner) {
        this.queue = queue;
        this.ahead = new ReadAhead(queue);
        this.choice = choice;
        this.claims = claims;
        this.runner = runner;
    }

    void start() {
        thread.start();
    }

    /** Says that something may have changed: a task was queued, a slot is free, or a provider is ready. */
    void signal() {
        signals.release();
    }

    /** Stops starting tasks; what runs goes on. */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        signal();
        thread.join();
    }

    private void work() {
        while (!stopping) {
            try {
                awaitSignal(startWaiting());
            } catch (TaskStoreException e) {
                LOG.warn("The queue cannot be read, trying again in {}: {}", POLL, e.getMessage());
                pause();
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException e) {
                LOG.error("The queue cannot be worked off, trying again in {}", POLL, e);
                pause();
            }
        }
    }

    /** Starts what can be started; tells whether there is more that only lacks a slot. */
    private boolean startWaiting() {
        while (!stopping) {
            List<TaskRow> waiting = ahead.tasks(claims.now());
            if (!start(waiting)) {
                return !waiting.isEmpty();
            }
        }
        return false;
    }

    /** Starts and removes those that there are slots for; tells whether there may be slots for more. */
    private boolean start(List<TaskRow> waiting) {
        try (ClaimBatch batch = new ClaimBatch(queue, claims, runner)) {
            return waiting.removeIf(task -> add(task, batch)) && (batch.start() || waiting.isEmpty());
        }
    }

    private boolean add(TaskRow task, ClaimBatch batch) {
        Optional<Slot> slot = stopping ? Optional.empty() : choice.of(task).flatMap(HostedProvider::tryAcquire);
        slot.ifPresent(taken -> batch.add(task, taken));
        return slot.isPresent();
    }

    private void awaitSignal(boolean lacksSlots) throws InterruptedException {
        Duration wait = lacksSlots ? POLL : untilNextStart();
        if (signals.tryAcquire(wait.toMillis() + 1, TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }

    private Duration untilNextStart() {
        return queue.nextStart()
                .map(next -> Duration.between(claims.now(), next))
                .filter(next -> next.compareTo(POLL) < 0 && next.compareTo(Duration.ZERO) > 0)
                .orElse(POLL);
    }

    private void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
