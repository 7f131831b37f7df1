package dev.easel.host.task;

import dev.easel.host.image.ImageStore;
import dev.easel.host.logging.LogContext;
import dev.easel.host.provider.HostedProvider;
import dev.easel.host.provider.HostedProvider.Slot;
import dev.easel.host.runtime.RuntimeEstimator;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs tasks; the one path for those that a client waits for and those that were queued.
 *
 * <p>Each run has a thread of the host while it is under way; there are no more of them than slots of providers.
 */
final class TaskRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    private final ActiveRuns active = new ActiveRuns();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "run"));
    private final ImageStore images;
    private final RunRecorder recorder;
    private final RuntimeEstimator estimator;
    private final RunLimits limits;
    private final Runnable onFreeSlot;

    /**
     * Makes a runner.
     *
     * @param onFreeSlot called, on any thread, when a slot was given back
     */
    TaskRunner(
            ImageStore images,
            RunRecorder recorder,
            RuntimeEstimator estimator,
            RunLimits limits,
            Runnable onFreeSlot) {
        this.images = images;
        this.recorder = recorder;
        this.estimator = estimator;
        this.limits = limits;
        this.onFreeSlot = onFreeSlot;
    }

    /**
     * Starts a claimed attempt; the slot is given back when the provider is done.
     *
     * @param waited how long the task could have been begun before
     */
    ActiveRun start(Attempt attempt, Slot slot, Duration waited) {
        ActiveRun run = new ActiveRun(attempt, fraction -> {});
        active.add(run);
        try {
            threads.execute(() -> run(run, slot, waited));
        } catch (RejectedExecutionException e) {
            // The host is stopping; the run ends before it began, and its task goes back to the queue.
            run.cancellation().cancel();
            run(run, slot, waited);
        }
        return run;
    }

    /** The runs that are under way. */
    ActiveRuns active() {
        return active;
    }

    /**
     * Lets runs end for a while, then cancels and gives back the rest.
     *
     * @param patience how long runs may go on
     */
    void stop(Duration patience) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            active.all().forEach(run -> run.cancellation().cancel());
            if (!threads.awaitTermination(limits.grace().toMillis() * 3, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        }
    }

    private void run(ActiveRun run, Slot slot, Duration waited) {
        Attempt attempt = run.attempt();
        MDC.put(LogContext.TASK, Long.toString(attempt.taskId()));
        ProviderCaller caller = new ProviderCaller(slot, run, limits.grace());
        try {
            recorder.record(attempt, slot.provider(), execute(run, caller, slot.provider(), waited));
        } catch (InterruptedException e) {
            LOG.warn("The host stopped before the end of task {} was stored", attempt.taskId());
        } catch (RuntimeException | Error e) {
            LOG.error("The end of task {} cannot be stored; it runs again when its lease is over", attempt.taskId(), e);
        } finally {
            active.remove(run);
            caller.whenIdle(() -> free(slot));
            run.ended().complete(null);
            MDC.remove(LogContext.TASK);
        }
    }

    private RunOutcome execute(ActiveRun run, ProviderCaller caller, HostedProvider provider, Duration waited) {
        int count = run.attempt().request().numberOfImages();
        Duration deadline = limits.deadline(estimator.estimate(provider, count));
        long started = System.nanoTime();
        RuntimeEstimator.Measured measured = estimator.begin(provider, count, waited);
        RunOutcome outcome = new RunExecution(run, caller, deadline).execute(images);
        measured.ended(outcome.recorded());
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        recorder.ended(provider, outcome, took);
        LOG.info(
                "Attempt {} of task {} with {} ended after {} ms: {}",
                run.attempt().number(),
                run.attempt().taskId(),
                provider.id(),
                took.toMillis(),
                outcome.getClass().getSimpleName());
        return outcome;
    }

    private void free(Slot slot) {
        slot.close();
        onFreeSlot.run();
    }
}
