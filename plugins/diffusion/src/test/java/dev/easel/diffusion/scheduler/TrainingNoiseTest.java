package dev.easel.diffusion.scheduler;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class TrainingNoiseTest {

    @Test
    void betasGrowByEqualAmounts() {
        assertArrayEquals(new double[] {0.1, 0.2, 0.3}, BetaSchedule.LINEAR.betas(3, 0.1, 0.3), 1e-12);
    }

    @Test
    void scaledBetasGrowByEqualAmountsOfTheirRoots() {
        assertArrayEquals(new double[] {0.01, 0.04, 0.09}, BetaSchedule.SCALED_LINEAR.betas(3, 0.01, 0.09), 1e-12);
    }

    /** With many steps, what is left at half time is that of the paper's formula. */
    @Test
    void cosineBetasLeaveASquaredCosine() {
        double[] left = new TrainingNoise(1000, BetaSchedule.SQUARED_COSINE, 0.1, 0.2, List.of(), false).varianceLeft();
        double start = Math.pow(Math.cos(0.008 / 1.008 * Math.PI / 2), 2);
        assertEquals(Math.pow(Math.cos(0.508 / 1.008 * Math.PI / 2), 2) / start, left[499], 1e-9);
        assertEquals(0.999, 1 - left[999] / left[998], 1e-9);
    }

    @Test
    void givenBetasTakeThePlaceOfTheSchedule() {
        double[] left = new TrainingNoise(2, BetaSchedule.LINEAR, 0.3, 0.4, List.of(0.1, 0.2), false).varianceLeft();
        assertArrayEquals(new double[] {0.9, 0.72}, left, 1e-12);
    }

    @ParameterizedTest
    @EnumSource(BetaSchedule.class)
    void rescalingLeavesTheFirstStepAndNoSignalAtTheLast(BetaSchedule schedule) {
        double[] plain = new TrainingNoise(1000, schedule, 0.00085, 0.012, List.of(), false).varianceLeft();
        double[] rescaled = new TrainingNoise(1000, schedule, 0.00085, 0.012, List.of(), true).varianceLeft();
        assertEquals(plain[0], rescaled[0], 1e-12);
        assertEquals(0, rescaled[999]);
        double ratio = (Math.sqrt(plain[500]) - Math.sqrt(plain[999])) / (Math.sqrt(plain[0]) - Math.sqrt(plain[999]));
        assertEquals(ratio, Math.sqrt(rescaled[500] / plain[0]), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 17, 499, 998, 999})
    void theTimeOfANoiseLevelIsFoundAgain(double time) {
        NoiseTable table = table("DDIMScheduler", "");
        assertEquals(time, table.time(table.sigma(time)), 1e-9);
    }

    @Test
    void noiseLevelsBeyondTheTrainingBelongToItsEnds() {
        NoiseTable table = table("DDIMScheduler", "");
        assertEquals(0, table.time(table.smallestSigma() / 2));
        assertEquals(999, table.time(table.largestSigma() * 2));
    }

    @Test
    void betweenTrainingStepsSigmaLiesOnALineAndTimeOnItsLogarithm() {
        NoiseTable table = table("DDIMScheduler", "");
        assertEquals((table.sigma(10) + table.sigma(11)) / 2, table.sigma(10.5), 1e-12);
        assertEquals(10.5, table.time(Math.sqrt(table.sigma(10) * table.sigma(11))), 1e-9);
    }

    /** σ would be infinite; 4096 is what diffusers takes. */
    @ParameterizedTest
    @CsvSource({
        "EulerDiscreteScheduler, v_prediction, 0x1p-12",
        "PNDMScheduler, v_prediction, 0x1p-12",
        "DDIMScheduler, epsilon, 0x1p-12",
        "DDIMScheduler, v_prediction, 0",
        "LCMScheduler, sample, 0"
    })
    void withoutSignalAtTheEndATraceIsLeftForRulesThatDivideByIt(String className, String prediction, double signal) {
        NoiseTable table =
                table(className, "'rescale_betas_zero_snr': true, 'prediction_type': '%s'".formatted(prediction));
        assertEquals(signal, table.at(999).signal());
    }

    private static NoiseTable table(String className, String settings) {
        return NoiseTable.of(SchedulerFixture.settings(className, settings));
    }
}
