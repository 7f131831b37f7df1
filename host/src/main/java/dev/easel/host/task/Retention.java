package dev.easel.host.task;

import dev.easel.host.image.ImageStore;
import dev.easel.host.provider.ProviderRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes tasks that ended and did not change for a while, and gives up those that waited in vain for as long. */
final class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 100;

    /** For so few, each database follows the queue's index. */
    static final int FEW = 16;

    private final RetentionStore store;
    private final TaskEnds ends;
    private final ImageStore images;
    private final ProviderRegistry registry;
    private final Period period;

    /**
     * How long tasks are kept.
     *
     * @param kept after their last change
     * @param clock tells the time
     */
    record Period(Duration kept, Clock clock) {
        Instant start() {
            return clock.instant().minus(kept);
        }

        String inWords() {
            return kept.toDays() > 0 ? kept.toDays() + " d" : kept.toSeconds() + " s";
        }
    }

    Retention(RetentionStore store, TaskEnds ends, ImageStore images, ProviderRegistry registry, Period period) {
        this.store = store;
        this.ends = ends;
        this.images = images;
        this.registry = registry;
        this.period = period;
    }

    /** Does what is due, batch by batch, until it is done or the thread is interrupted. */
    void sweep() {
        removeOld();
        giveUpWaiting();
    }

    private void removeOld() {
        Instant start = period.start();
        List<Long> old;
        do {
            old = store.endedBefore(start, BATCH);
            old.forEach(id -> remove(id, start));
        } while (old.size() == BATCH && !Thread.currentThread().isInterrupted());
    }

    /** The row goes first: images without a row are leftovers, and a row without images would be a lie. */
    private void remove(long id, Instant start) {
        if (!store.remove(id, start)) {
            return;
        }
        try {
            images.delete(id);
        } catch (IOException e) {
            LOG.warn("Images of task {}, which is not kept any longer, are left over for now", id, e);
        }
    }

    /** Where a provider was ready on any host, a task that waits for so long has seen others run. */
    private void giveUpWaiting() {
        Instant start = period.start();
        if (registry.preferred().isPresent() || store.anyRunSince(start)) {
            return;
        }
        String reason = "no provider was ready for " + period.inWords() + WaitingReasons.lacks(registry);
        List<TaskRow> waiting;
        do {
            waiting = store.unchangedWaiting(start, FEW);
            waiting.forEach(task -> giveUp(task, reason));
        } while (waiting.size() == FEW && !Thread.currentThread().isInterrupted());
    }

    private void giveUp(TaskRow task, String reason) {
        if (ends.giveUp(task, reason, period.clock().instant())) {
            LOG.warn("Task {} failed: {}", task.id(), reason);
        }
    }
}
