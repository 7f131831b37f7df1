package dev.easel.host.task;

import dev.easel.api.event.TaskEvent;
import dev.easel.host.provider.HostedListener;
import dev.easel.host.provider.ProviderCall;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to one listener, one after the other, on a thread of its own, so that a slow listener delays only
 * itself.
 *
 * <p>A listener that is late is interrupted. While it does not return all the same, and for a minute after it was late
 * {@value #MOST_LATE} times in a row, events pass it by, which is logged.
 */
final class ListenerLane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ListenerLane.class);
    private static final int MOST_LATE = 3;
    private static final long LEFT_ALONE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

    private final HostedListener listener;
    private final Duration timeout;
    private final ExecutorService thread;

    /** What follows is used by the lane's thread only. */
    private Optional<ProviderCall> late = Optional.empty();

    private int timesLate;
    private long lateAtNanos;

    ListenerLane(HostedListener listener, Duration timeout) {
        this.listener = listener;
        this.timeout = timeout;
        thread = Executors.newSingleThreadExecutor(work -> daemon(work, "events-" + listener.pluginId()));
    }

    /**
     * Hands over an event when it is its turn.
     *
     * @param event read when it is its turn; empty if there is nothing to be told any more
     * @return completed when the listener has dealt with it, well or not; exceptionally if it could not be told
     */
    CompletableFuture<Void> tell(Supplier<Optional<TaskEvent>> event) {
        return CompletableFuture.runAsync(() -> event.get().ifPresent(this::tellNow), thread);
    }

    /** Lets what is under way end for a moment, and leaves the rest pending. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void tellNow(TaskEvent event) {
        if (isLeftAlone()) {
            LOG.warn(
                    "A listener of plugin {} is not told of the end of task {}, as it does not return",
                    listener.pluginId(),
                    event.task().id());
            return;
        }
        ProviderCall call = listener.deliver(event);
        try {
            awaitEnd(call, event);
        } catch (InterruptedException e) {
            call.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The host stops", e);
        }
    }

    private void awaitEnd(ProviderCall call, TaskEvent event) throws InterruptedException {
        try {
            call.done().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            timesLate = 0;
        } catch (ExecutionException e) {
            if (listener.isGone()) {
                // The next version of its plugin is told instead.
                throw new IllegalStateException("The plugin " + listener.pluginId() + " was unloaded meanwhile", e);
            }
            timesLate = 0;
            LOG.warn(
                    "A listener of plugin {} failed when it was told of the end of task {}",
                    listener.pluginId(),
                    event.task().id(),
                    e.getCause());
        } catch (TimeoutException e) {
            interrupt(call, event);
        }
    }

    private void interrupt(ProviderCall call, TaskEvent event) throws InterruptedException {
        call.interrupt();
        awaitReturn(call);
        late = Optional.of(call);
        lateAtNanos = System.nanoTime();
        timesLate++;
        LOG.warn(
                "A listener of plugin {} was interrupted, as it took longer than {} s when it was told of the end of"
                        + " task {}",
                listener.pluginId(),
                timeout.toMillis() / 1000.0,
                event.task().id());
    }

    private static void awaitReturn(ProviderCall call) throws InterruptedException {
        try {
            call.done().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("A listener ended, or did not, after it was interrupted", e);
        }
    }

    private boolean isLeftAlone() {
        boolean hangs = late.filter(call -> !call.done().isDone()).isPresent();
        boolean oftenLate = timesLate >= MOST_LATE && System.nanoTime() - lateAtNanos < LEFT_ALONE_NANOS;
        return hangs || oftenLate;
    }

    private static Thread daemon(Runnable work, String name) {
        Thread made = new Thread(work, name);
        made.setDaemon(true);
        return made;
    }
}
