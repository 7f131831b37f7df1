package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.image.ImageStore;
import dev.easel.host.provider.HostedProvider;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores how runs ended. */
final class RunRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);
    private static final long PAUSE_MILLIS = 500;

    private final TaskEnds ends;
    private final ImageStore images;
    private final RetryRule retries;
    private final Clock clock;
    private final Consumer<QueueEvent> listener;

    RunRecorder(TaskEnds ends, ImageStore images, RetryRule retries, Clock clock, Consumer<QueueEvent> listener) {
        this.ends = ends;
        this.images = images;
        this.retries = retries;
        this.clock = clock;
        this.listener = listener;
    }

    /** Tells that a run ended, before that is stored. */
    void ended(HostedProvider provider, RunOutcome outcome, Duration took) {
        listener.accept(new QueueEvent.Ended(provider.id(), outcome.recorded(), took));
    }

    /** Stores an outcome, however long the database is away. */
    void record(Attempt attempt, HostedProvider provider, RunOutcome outcome) throws InterruptedException {
        tell(provider, outcome);
        boolean stored = persistently(attempt, outcome);
        if (!stored) {
            LOG.info(
                    "Task {} was deleted or taken up elsewhere; the result of attempt {} is dropped",
                    attempt.taskId(),
                    attempt.number());
            discard(attempt);
        }
    }

    private static void tell(HostedProvider provider, RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Lacking lacking) {
            provider.lacks(lacking.reason());
        } else if (outcome instanceof RunOutcome.ProviderAtFault) {
            provider.failed();
        } else if (outcome instanceof RunOutcome.Succeeded) {
            provider.succeeded();
        }
    }

    private boolean store(Attempt attempt, RunOutcome outcome) {
        Instant now = clock.instant();
        if (outcome instanceof RunOutcome.Succeeded succeeded) {
            return ends.succeed(attempt, succeeded.images(), now);
        } else if (outcome instanceof RunOutcome.RequestAtFault fault) {
            return ends.fail(attempt, fault.reason(), now);
        } else if (outcome instanceof RunOutcome.ProviderAtFault fault) {
            Optional<Instant> next = retries.afterFault(attempt, fault.retryAfter(), now);
            return next.isPresent()
                    ? ends.retry(attempt, fault.reason(), next.get(), now)
                    : ends.fail(attempt, fault.reason(), now);
        } else if (outcome instanceof RunOutcome.Lacking lacking) {
            Optional<Instant> next = retries.afterLack(attempt, now);
            return next.isPresent()
                    ? ends.lack(attempt, lacking.reason(), next.get(), now)
                    : ends.fail(attempt, lacking.reason(), now);
        }
        return ends.giveBack(attempt, now);
    }

    private boolean persistently(Attempt attempt, RunOutcome outcome) throws InterruptedException {
        boolean doubtful = false;
        while (true) {
            try {
                return store(attempt, outcome) || (doubtful && wasStored(attempt, outcome));
            } catch (TaskStoreException e) {
                LOG.warn("The end of task {} cannot be stored yet: {}", attempt.taskId(), e.getMessage());
                doubtful = true;
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Where the connection was lost, an earlier try may have been carried out. */
    private boolean wasStored(Attempt attempt, RunOutcome outcome) {
        return ends.statusOf(attempt)
                .filter(status -> outcome instanceof RunOutcome.Succeeded
                        ? status == TaskStatus.SUCCESSFUL
                        : status != TaskStatus.RUNNING)
                .isPresent();
    }

    private void discard(Attempt attempt) {
        try {
            images.delete(attempt.taskId(), attempt.number());
        } catch (IOException e) {
            LOG.warn("Images of attempt {} of task {} are left over", attempt.number(), attempt.taskId(), e);
        }
    }
}
