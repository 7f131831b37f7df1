package dev.easel.host.task;

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
    static final RunLimits DEFAULT =
            new RunLimits(10, Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofSeconds(5));

    /** How long a run with this estimate may take. */
    Duration deadline(Estimate estimate) {
        Duration wanted = estimate.cautious().multipliedBy(factor);
        if (wanted.compareTo(shortest) < 0) {
            return shortest;
        }
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}
