package dev.easel.host.task;

import java.util.concurrent.CompletableFuture;

/** A run of this host that is under way. */
final class ActiveRun {
    private final Attempt attempt;
    private final RunCancellation cancellation = new RunCancellation();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile double progress;

    ActiveRun(Attempt attempt) {
        this.attempt = attempt;
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

    /** How much is done, from 0 to 1. */
    double progress() {
        return progress;
    }

    void progress(double fraction) {
        progress = fraction;
    }
}
