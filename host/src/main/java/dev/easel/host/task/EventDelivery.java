package dev.easel.host.task;

import dev.easel.api.event.TaskEvent;
import dev.easel.api.task.TaskStoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers pending events to the listeners of this host's plugins, each at least once.
 *
 * <p>It looks when it is {@linkplain #added() told} to, and every few seconds for what hosts that are gone left. Of
 * several hosts, the one that takes an event delivers it.
 */
final class EventDelivery implements EventOutbox, AutoCloseable {
    /** How long a listener may take for one event. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Longer than a full set of events takes, even where a listener is always late. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final int MOST_IN_FLIGHT = 64;

    private final Semaphore signals = new Semaphore(0);
    private final Semaphore room = new Semaphore(MOST_IN_FLIGHT);
    private final EventStore store;
    private final LongFunction<Optional<TaskEvent>> events;
    private final ListenerLanes listeners;
    private final Clock clock;
    private final Thread thread = new Thread(this::work, "events");
    private volatile boolean stopping;

    /**
     * Makes a delivery that has not started.
     *
     * @param events gives the event of a task as it is now; empty if the task was deleted
     */
    EventDelivery(EventStore store, LongFunction<Optional<TaskEvent>> events, ListenerLanes listeners, Clock clock) {
        this.store = store;
        this.events = events;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Begins to deliver.
     *
     * @param alone whether no other host uses the same database, so that nobody else is delivering
     */
    void start(boolean alone) {
        if (alone && listeners.isEmpty()) {
            store.forgetAll();
        } else if (alone) {
            store.releaseAll(clock.instant());
        }
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public boolean isHeard() {
        return !listeners.isEmpty();
    }

    @Override
    public void added() {
        signals.release();
    }

    /** Begins no delivery any more; what was not delivered stays pending. */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        added();
        thread.join();
        listeners.close();
    }

    private void work() {
        while (!stopping) {
            try {
                if (!listeners.isEmpty()) {
                    deliverDue();
                }
                awaitSignal();
            } catch (TaskStoreException e) {
                LOG.warn("Pending events cannot be read, trying again in {}: {}", POLL, e.getMessage());
                pause();
            } catch (InterruptedException e) {
                stopping = true;
            }
        }
    }

    private void deliverDue() throws InterruptedException {
        List<EventStore.Pending> due;
        do {
            due = store.due(clock.instant(), MOST_IN_FLIGHT);
            for (EventStore.Pending event : due) {
                if (!awaitRoom()) {
                    return;
                }
                deliver(event);
            }
        } while (due.size() == MOST_IN_FLIGHT);
    }

    private boolean awaitRoom() throws InterruptedException {
        while (!stopping) {
            if (room.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    private void deliver(EventStore.Pending event) {
        // As it is stored: to the millisecond.
        Instant until = Instant.ofEpochMilli(clock.instant().plus(LEASE).toEpochMilli());
        boolean begun = false;
        try {
            if (store.claim(event, until)) {
                var unused = listeners
                        .tell(() -> events.apply(event.taskId()))
                        .whenComplete((nothing, failure) -> end(event.taskId(), until, Optional.ofNullable(failure)));
                begun = true;
            }
        } finally {
            if (!begun) {
                room.release();
            }
        }
    }

    private void end(long taskId, Instant until, Optional<Throwable> failure) {
        room.release();
        try {
            if (failure.isEmpty()) {
                store.delivered(taskId, until);
            } else {
                LOG.warn(
                        "The end of task {} could not be told and will be again: {}",
                        taskId,
                        failure.get().toString());
            }
        } catch (TaskStoreException e) {
            LOG.warn("The end of task {} was told and will be again: {}", taskId, e.getMessage());
        }
    }

    private void awaitSignal() throws InterruptedException {
        if (signals.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            signals.drainPermits();
        }
    }

    private void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            stopping = true;
        }
    }
}
