package dev.easel.host.runtime;

import dev.easel.host.provider.HostedProvider;
import java.time.Duration;

/** Says how long a run is expected to take, and hears how long it took; safe for use by several threads and quick. */
public interface RuntimeEstimator {

    /**
     * Estimates a run.
     *
     * @param provider who would run it
     * @param images how many images, at least 1
     * @return what is expected of it
     */
    Estimate estimate(HostedProvider provider, int images);

    /**
     * Says that a run begins.
     *
     * @param provider who runs it, as it was loaded
     * @param images how many images, at least 1
     * @param waited how long it could have begun before
     * @return to be told how it ended
     */
    default Measured begin(HostedProvider provider, int images, Duration waited) {
        return outcome -> {};
    }

    /** A run whose time is taken. */
    @FunctionalInterface
    interface Measured {

        /**
         * Says that the run has ended; returns at once and never fails.
         *
         * @param outcome how
         */
        void ended(RuntimeRecord.Outcome outcome);
    }

    /**
     * What is expected of a run.
     *
     * @param typical how long it takes in the middle of all cases
     * @param cautious how long it takes at most in nine of ten cases
     */
    record Estimate(Duration typical, Duration cautious) {}
}
