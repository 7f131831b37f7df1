package dev.easel.host.task;

import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;

/** A run of this host that is under way. */
final class ActiveRun {
    private final Attempt attempt;
    private final RunCancellation cancellation = new RunCancellation();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final DoubleConsumer progress;

    /**
     * Makes a run.
     *
     * @param progress gets fractions from 0 to 1, on any thread
     */
    ActiveRun(Attempt attempt, DoubleConsumer progress) {
        this.attempt = attempt;
        this.progress = progress;
    }

    Attempt attempt() {
        return attempt;
    }

    RunCancellation cancellation() {
        return cancellation;
    }

    /** Completes when the run's end is stored. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    void progress(double fraction) {
        progress.accept(fraction);
    }
}
