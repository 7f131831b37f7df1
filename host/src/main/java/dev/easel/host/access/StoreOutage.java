package dev.easel.host.access;

import dev.easel.api.task.TaskStoreException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the database was away when it was asked last, so that not every call waits for it; logs each outage once. */
final class StoreOutage {
    private static final Logger LOG = LoggerFactory.getLogger(StoreOutage.class);
    private static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(2);

    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long failedNanos;

    boolean isPresumed() {
        return away.get() && System.nanoTime() - failedNanos < UNTIL_ASKED_AGAIN.toNanos();
    }

    void begin(TaskStoreException failure) {
        failedNanos = System.nanoTime();
        if (away.compareAndSet(false, true)) {
            LOG.warn(
                    "The database does not answer; until it does, each host counts calls by itself: {}",
                    failure.getMessage());
        }
    }

    void over() {
        if (away.compareAndSet(true, false)) {
            LOG.info("The database answers again; all hosts count calls together");
        }
    }
}
