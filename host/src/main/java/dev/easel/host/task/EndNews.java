package dev.easel.host.task;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Has the ends of runs and tasks told, on this host and to those who listen to tasks; safe for use by several threads.
 */
final class EndNews {
    private final EventOutbox events;
    private final Consumer<QueueEvent> listener;

    /**
     * Makes one.
     *
     * @param events stores and delivers the events of ends of tasks
     * @param listener told what happens on this host
     */
    EndNews(EventOutbox events, Consumer<QueueEvent> listener) {
        this.events = events;
        this.listener = listener;
    }

    /** When the event of an end is to be delivered, which is stored with it, so that it is not lost with this host. */
    @Nullable
    Long due(Instant now) {
        return events.isHeard() ? now.toEpochMilli() : null;
    }

    /** Tells of the end of a task if it was stored. */
    boolean ended(boolean stored, QueueEvent event) {
        if (stored) {
            events.added();
        }
        return told(stored, event);
    }

    /** Tells of what happened on this host, if it did. */
    boolean told(boolean happened, QueueEvent event) {
        if (happened) {
            listener.accept(event);
        }
        return happened;
    }
}
