package dev.easel.host.runtime;

import dev.easel.host.provider.HostedProvider;
import java.time.Duration;

/** Says how long a run is expected to take; safe for use by several threads and quick. */
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
     * What is expected of a run.
     *
     * @param typical how long it takes in the middle of all cases
     * @param cautious how long it takes at most in nine of ten cases
     */
    record Estimate(Duration typical, Duration cautious) {}
}
