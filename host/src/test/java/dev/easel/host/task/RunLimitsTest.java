package dev.easel.host.task;

import dev.easel.host.runtime.RuntimeEstimator.Estimate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RunLimitsTest {
    private final RunLimits limits =
            new RunLimits(10, Duration.ofMinutes(5), Duration.ofHours(6), Duration.ofSeconds(5));

    @Test
    void aRunMayTakeAMultipleOfItsCautiousEstimate() {
        assertEquals(Duration.ofMinutes(20), deadline(Duration.ofSeconds(1), Duration.ofMinutes(2)));
    }

    @Test
    void aQuickProviderStillGetsTheShortestTime() {
        assertEquals(Duration.ofMinutes(5), deadline(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }

    @Test
    void noRunMayTakeLongerThanTheLongestTime() {
        assertEquals(Duration.ofHours(6), deadline(Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    private Duration deadline(Duration typical, Duration cautious) {
        return limits.deadline(new Estimate(typical, cautious));
    }
}
