package dev.easel.host.task;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.runtime.RuntimeEstimator.Estimate;
import java.time.Duration;

/**
 * How long a run may take.
 *
 * @param factor how many times the cautious estimate
 * @param shortest but at least this
 * @param longest and at most this
 * @param grace how long a cancelled run may go on before it is interrupted, and again before it is abandoned
 */
record RunLimits(int factor, Duration shortest, Duration longest, Duration grace) {
    private static final Duration GRACE = Duration.ofSeconds(5);

    static final RunLimits DEFAULT = of(EaselConfig.RunDeadline.DEFAULT);

    /** The limits that are configured. */
    static RunLimits of(EaselConfig.RunDeadline configured) {
        return new RunLimits(configured.factor(), configured.min(), configured.max(), GRACE);
    }

    /** How long a run with this estimate may take. */
    Duration deadline(Estimate estimate) {
        Duration wanted = estimate.cautious().multipliedBy(factor);
        if (wanted.compareTo(shortest) < 0) {
            return shortest;
        }
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
