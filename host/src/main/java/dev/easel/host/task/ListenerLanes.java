package dev.easel.host.task;

import dev.easel.api.event.TaskEvent;
import dev.easel.host.provider.HostedListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Tells all listeners that there are; used by one thread. */
final class ListenerLanes implements AutoCloseable {
    private final Map<HostedListener, ListenerLane> lanes = new HashMap<>();
    private final Supplier<List<HostedListener>> listeners;
    private final Duration timeout;

    /**
     * Makes lanes.
     *
     * @param listeners those that there are at the moment
     * @param timeout how long one may take for one event
     */
    ListenerLanes(Supplier<List<HostedListener>> listeners, Duration timeout) {
        this.listeners = listeners;
        this.timeout = timeout;
    }

    boolean isEmpty() {
        return listeners.get().isEmpty();
    }

    /** Tells every listener; completes when all have dealt with it. */
    CompletableFuture<Void> tell(Supplier<Optional<TaskEvent>> event) {
        List<HostedListener> present = listeners.get();
        closeAllBut(Set.copyOf(present));
        return CompletableFuture.allOf(present.stream()
                .map(listener -> lanes.computeIfAbsent(listener, added -> new ListenerLane(added, timeout))
                        .tell(event))
                .toArray(CompletableFuture[]::new));
    }

    @Override
    public void close() {
        closeAllBut(Set.of());
    }

    private void closeAllBut(Set<HostedListener> present) {
        lanes.entrySet().removeIf(lane -> {
            boolean gone = !present.contains(lane.getKey());
            if (gone) {
                lane.getValue().close();
            }
            return gone;
        });
    }
}
