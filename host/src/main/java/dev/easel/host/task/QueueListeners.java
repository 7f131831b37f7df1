package dev.easel.host.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what happens to all who want to know, whatever they throw; safe for use by several threads. */
final class QueueListeners implements Consumer<QueueEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(QueueListeners.class);

    private final List<Consumer<QueueEvent>> listeners = new CopyOnWriteArrayList<>();

    void add(Consumer<QueueEvent> listener) {
        listeners.add(listener);
    }

    @Override
    public void accept(QueueEvent event) {
        for (Consumer<QueueEvent> listener : listeners) {
            try {
                listener.accept(event);
            } catch (RuntimeException e) {
                LOG.error("A listener of the queue failed", e);
            }
        }
    }
}
