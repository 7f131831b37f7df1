package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;

/**
 * Counts the calls of models, tells how much is done, and ends the work when it is cancelled; for use by one thread.
 */
final class Meter {
    private final Cancellation cancellation;
    private final PipelineListener listener;
    private double total = 1;
    private double done;
    private double told;

    Meter(Cancellation cancellation, PipelineListener listener) {
        this.cancellation = cancellation;
        this.listener = listener;
    }

    /** Says how much there is to do. */
    void expect(long units) {
        total = units;
    }

    /**
     * A model was called.
     *
     * @param units how much was done by it
     * @throws java.util.concurrent.CancellationException if the work was cancelled
     */
    void called(int units) {
        done += units;
        told = Math.max(told, Math.min(1, done / total));
        listener.progressed(told);
        cancellation.throwIfCancelled();
    }

    /** Forgets work that has to be done again; nobody is told, since progress never goes back. */
    void goBackTo(double earlier) {
        done = earlier;
    }

    /** Returns what was done so far. */
    double done() {
        return done;
    }
}
