package dev.easel.host.access;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.task.TaskPurge;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what users leave who were removed.
 *
 * <p>Any host may do it, at any time, again and again: a removal that was broken off is ended so, and so is a task
 * deleted that a host stored which had not heard of the removal. Safe for use by several threads and hosts.
 */
public final class RemovedUsers implements AutoCloseable {
    /** By then every host has long heard of it, whatever its clock says. */
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(RemovedUsers.class);
    private static final long SWEEP_SECONDS = 60;

    private final UserStore users;
    private final PasswordStore passwords;
    private final TaskPurge tasks;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(RemovedUsers::daemon);

    RemovedUsers(UserStore users, PasswordStore passwords, TaskPurge tasks, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Sweeps now and every minute from now on. */
    public void start() {
        Future<?> sweeping = thread.scheduleWithFixedDelay(this::guardedSweep, 0, SWEEP_SECONDS, TimeUnit.SECONDS);
        LOG.debug("Sweeping {}", sweeping);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /**
     * Deletes what is there now.
     *
     * @throws TaskStoreException if the database is away
     */
    void sweep() {
        for (UserStore.Removed removed : users.removed()) {
            passwords.deleteAll(removed.caller());
            int deleted = tasks.deleteAll(removed.caller().owner());
            if (deleted > 0) {
                LOG.info(
                        "{} tasks of the removed user {} are deleted",
                        deleted,
                        removed.caller().name());
            }
            if (removed.removedAt().isBefore(clock.instant().minus(FORGOTTEN_AFTER))) {
                users.forget(removed.caller());
            }
        }
    }

    private void guardedSweep() {
        try {
            sweep();
        } catch (TaskStoreException e) {
            LOG.warn("What removed users left cannot be deleted now: {}", e.getMessage());
        } catch (RuntimeException e) {
            // A repeated task that throws would never be repeated again.
            LOG.error("Deleting what removed users left failed", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "removed-users");
        thread.setDaemon(true);
        return thread;
    }
}
