package dev.easel.host.task;

import dev.easel.api.provider.GenerationException;
import dev.easel.host.image.AttemptImages;
import dev.easel.host.image.ImageStore;
import dev.easel.host.image.UnacceptableImageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Executes one run up to its published images, and says how it ended; never throws what a provider throws. */
final class RunExecution {
    private static final Logger LOG = LoggerFactory.getLogger(RunExecution.class);

    private final ActiveRun run;
    private final ProviderCaller provider;
    private final Duration deadline;

    RunExecution(ActiveRun run, ProviderCaller provider, Duration deadline) {
        this.run = run;
        this.provider = provider;
        this.deadline = deadline;
    }

    RunOutcome execute(ImageStore store) {
        RunOutcome outcome = attempt(store);
        return outcome instanceof RunOutcome.ProviderAtFault && provider.wasWithdrawn()
                ? new RunOutcome.Cancelled()
                : outcome;
    }

    private RunOutcome attempt(ImageStore store) {
        Attempt attempt = run.attempt();
        try (AttemptImages images = store.begin(
                attempt.taskId(), attempt.number(), attempt.request().numberOfImages())) {
            provider.generate(images.sinks(), deadline);
            return run.cancellation().isCancelled()
                    ? new RunOutcome.Cancelled()
                    : new RunOutcome.Succeeded(images.publish());
        } catch (UnacceptableImageException e) {
            return providerAtFault("The provider returned, but " + e.getMessage());
        } catch (IOException e) {
            LOG.error("The images of task {} cannot be stored", attempt.taskId(), e);
            return providerAtFault("The images cannot be stored: " + e.getMessage());
        } catch (TimeoutException e) {
            return providerAtFault("The run was cancelled because it took longer than " + deadline.toSeconds() + " s");
        } catch (ExecutionException e) {
            return outcomeOf(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new RunOutcome.Cancelled();
        } catch (RuntimeException e) {
            LOG.error("Attempt {} of task {} failed unexpectedly", attempt.number(), attempt.taskId(), e);
            return providerAtFault("The run failed unexpectedly: " + e);
        }
    }

    private RunOutcome outcomeOf(Throwable thrown) {
        if (run.cancellation().isCancelled()) {
            return new RunOutcome.Cancelled();
        }
        if (thrown instanceof GenerationException e) {
            return switch (e.kind()) {
                case REQUEST -> new RunOutcome.RequestAtFault(message(e));
                case PROVIDER -> new RunOutcome.ProviderAtFault(message(e), e.retryAfter());
                case LACKING -> new RunOutcome.Lacking(message(e));
            };
        }
        logFailure(thrown);
        return providerAtFault(thrown.getClass().getName() + ": " + thrown.getMessage());
    }

    /** Messages of exceptions may repeat the prompt, which the log must not show. */
    private void logFailure(Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        if (stack.toString().contains(run.attempt().request().input())) {
            LOG.warn(
                    "The provider of task {} failed with {}, whose message repeats the prompt: see easel task show",
                    run.attempt().taskId(),
                    thrown.getClass().getName());
        } else {
            LOG.warn("The provider of task {} failed", run.attempt().taskId(), thrown);
        }
    }

    private static RunOutcome providerAtFault(String reason) {
        return new RunOutcome.ProviderAtFault(reason, Optional.empty());
    }

    private static String message(Throwable e) {
        return Optional.ofNullable(e.getMessage()).orElse("no reason given");
    }
}
