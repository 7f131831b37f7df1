package dev.easel.host.access;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.database.Database;
import dev.easel.host.database.DatabaseClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs in a database, by whose clock all hosts that share it count; one thread beside keeps that time and removes what
 * is over.
 */
public final class SharedCallLogs extends CallLogs {
    private static final Logger LOG = LoggerFactory.getLogger(SharedCallLogs.class);
    private static final long PERIOD_SECONDS = 30;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(SharedCallLogs::daemon);
    private final StoreOutage outage = new StoreOutage();
    private final DatabaseClock clock;
    private final CallStore store;

    /**
     * Makes logs and begins to care for them.
     *
     * @param database where calls are counted
     * @param clock this host's clock
     * @throws TaskStoreException if the database doesn't answer
     */
    public SharedCallLogs(Database database, Clock clock) {
        this.clock = new DatabaseClock(database, clock);
        this.clock.measure();
        store = new CallStore(database, this.clock);
        Future<?> caring = thread.scheduleWithFixedDelay(this::care, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
        LOG.debug("Caring for the limits {}", caring);
    }

    @Override
    CallLog log(String name, Duration window) {
        return new SharedLog(name, new SlidingLog(window, clock), store, outage);
    }

    private void care() {
        try {
            clock.measure();
            store.sweep();
        } catch (TaskStoreException e) {
            LOG.debug("What is over is removed later", e);
        } catch (RuntimeException e) {
            // A repeated task that throws would never be repeated again.
            LOG.error("The limits cannot be cared for", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "limits");
        thread.setDaemon(true);
        return thread;
    }
}
