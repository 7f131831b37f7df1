package dev.easel.host.task;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.database.DatabaseClock;
import dev.easel.host.logging.LogContext;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Extends the leases of what this host runs, and takes up what hosts that are gone left running. */
final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);
    private static final int MOST_CRASHES = 3;
    private static final String CRASHED = "the host stopped while this task was running";

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(LeaseKeeper::daemon);
    private final Leases leases;
    private final Claims claims;
    private final DatabaseClock clock;
    private final ActiveRuns active;
    private final Runnable onTakenUp;

    /**
     * Makes a keeper that has not started.
     *
     * @param clock the one that the claims use; measured with each heartbeat
     * @param active the runs whose leases are extended
     * @param onTakenUp called when tasks wait again
     */
    LeaseKeeper(Leases leases, Claims claims, DatabaseClock clock, ActiveRuns active, Runnable onTakenUp) {
        this.leases = leases;
        this.claims = claims;
        this.clock = clock;
        this.active = active;
        this.onTakenUp = onTakenUp;
    }

    void start() {
        long period = claims.lease().toMillis() / 4;
        Future<?> unused = timer.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    /** Ends the runs whose leases expired before an instant; their tasks wait again or, after three times, failed. */
    void takeUpExpired(Instant before) {
        List<TaskRow> expired = leases.expired(before);
        for (TaskRow task : expired) {
            boolean last = task.run().crashes() + 1 >= MOST_CRASHES;
            if (leases.crashed(task, last ? CRASHED : null, before, claims.now())) {
                logTakenUp(task.id(), last);
            }
        }
        if (!expired.isEmpty()) {
            onTakenUp.run();
        }
    }

    private static void logTakenUp(long id, boolean last) {
        try (LogContext.Scope scope = LogContext.ofTask(id)) {
            LOG.warn("Task {} was left running by a host that is gone; it {}", id, last ? "failed" : "waits");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void beat() {
        try {
            clock.measure();
            extendLeases();
            takeUpExpired(clock.instant());
        } catch (TaskStoreException e) {
            LOG.warn("The leases cannot be extended now: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The leases cannot be extended", e);
        }
    }

    /** Extends the leases of what is under way here, and gives back what this host holds without knowing. */
    void extendLeases() {
        Instant now = clock.instant();
        List<Long> tasks =
                active.all().stream().map(run -> run.attempt().taskId()).toList();
        leases.extend(claims.host(), tasks, now.plus(claims.lease()));
        int strays =
                leases.giveBackStrays(claims.host(), now.plus(claims.lease().dividedBy(2)), now);
        if (strays > 0) {
            LOG.info("{} tasks wait again: the connection was lost while this host claimed them", strays);
            onTakenUp.run();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "leases");
        thread.setDaemon(true);
        return thread;
    }
}
