package dev.easel.host.task;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.host.provider.HostedProvider.Slot;
import dev.easel.host.provider.ProviderCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Has a provider make the images of one run, in as many calls as it needs, until a deadline or a cancellation. */
final class ProviderCaller {
    private final Slot slot;
    private final ActiveRun run;
    private final Duration grace;
    private CompletableFuture<Void> lastCall = CompletableFuture.completedFuture(null);

    ProviderCaller(Slot slot, ActiveRun run, Duration grace) {
        this.slot = slot;
        this.run = run;
        this.grace = grace;
    }

    /**
     * Calls the provider and returns when it has returned, or was cancelled and abandoned.
     *
     * @throws ExecutionException with what the provider threw
     * @throws TimeoutException if the deadline passed
     * @throws InterruptedException if this thread was interrupted
     */
    void generate(List<ImageSink> sinks, Duration deadline)
            throws ExecutionException, TimeoutException, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        int most = slot.provider().maxImagesPerCall();
        for (int from = 0; from < sinks.size() && !run.cancellation().isCancelled(); ) {
            int to = (int) Math.min((long) from + most, sinks.size());
            await(slot.generate(request(from, to, sinks.size()), sinks.subList(from, to)), end);
            from = to;
        }
    }

    /** Has an action run when the provider is really done with the last call, even one that was left alone. */
    void whenIdle(Runnable action) {
        CompletableFuture<Void> unused = lastCall.whenComplete((nothing, failure) -> action.run());
    }

    /** Tells whether the provider's plugin is unloaded and did not wait for the end of the run. */
    boolean wasWithdrawn() {
        return slot.withdrawn().isDone();
    }

    private GenerationRequest request(int from, int to, int all) {
        return GenerationRequest.forPrompt(run.attempt().request().input())
                .userId(run.attempt().request().userId().orElse(null))
                .cancellation(run.cancellation())
                .progress(fraction -> run.progress((from + fraction * (to - from)) / all))
                .build();
    }

    private void await(ProviderCall call, long end) throws ExecutionException, TimeoutException, InterruptedException {
        lastCall = call.done();
        try {
            CompletableFuture.anyOf(call.done(), run.cancellation().future(), slot.withdrawn())
                    .get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } finally {
            if (!call.done().isDone()) {
                stop(call);
            }
        }
    }

    /** A run that is cancelled or too late is told so, then interrupted, then left alone. */
    private void stop(ProviderCall call) throws InterruptedException {
        run.cancellation().cancel();
        if (!endsWithinGrace(call)) {
            call.interrupt();
            endsWithinGrace(call);
        }
    }

    private boolean endsWithinGrace(ProviderCall call) throws InterruptedException {
        try {
            call.done().get(grace.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | CancellationException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
