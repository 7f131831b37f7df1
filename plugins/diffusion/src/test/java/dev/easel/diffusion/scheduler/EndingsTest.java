package dev.easel.diffusion.scheduler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** How the last step ends, and what is clipped on the way. */
class EndingsTest {
    private static final GaussianData DATA = new GaussianData(0.5, PredictionType.EPSILON);
    private static final String LINSPACE = "'timestep_spacing': 'linspace', 'prediction_type': 'sample', ";

    /** With data that are 0, a sample is nothing but noise, and its size tells how much is left. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            EulerDiscreteScheduler          | 'final_sigmas_type': 'sigma_min' | true
            DPMSolverMultistepScheduler     | 'final_sigmas_type': 'sigma_min' | true
            UniPCMultistepScheduler         | 'final_sigmas_type': 'sigma_min' | true
            DDIMScheduler                   | 'set_alpha_to_one': false        | true
            PNDMScheduler                   | 'set_alpha_to_one': false        | true
            EulerDiscreteScheduler          | 'final_sigmas_type': 'zero'      | false
            DPMSolverMultistepScheduler     | 'final_sigmas_type': 'zero'      | false
            UniPCMultistepScheduler         | 'final_sigmas_type': 'zero'      | false
            HeunDiscreteScheduler           | 'final_sigmas_type': 'sigma_min' | false
            DDIMScheduler                   | 'set_alpha_to_one': true         | false
            PNDMScheduler                   | 'set_alpha_to_one': true         | false
            """)
    void theNoiseOfTheFirstTrainingStepIsLeftIfTheFileSaysSo(String className, String ending, boolean noiseIsLeft) {
        Denoising denoising = plan(className, LINSPACE + ending, 5);
        float[] first = {(float) denoising.initialNoiseScale()};
        float[] last = SchedulerFixture.denoise(denoising, first, (input, time) -> new float[1], size -> new float[1]);
        assertEquals(noiseIsLeft ? GaussianData.sigma(0) : 0, last[0], 1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DDIMScheduler", "LCMScheduler", "HeunDiscreteScheduler"})
    void theDataThatAreFoundAreClippedIfTheFileSaysSo(String className) {
        float[] found = {-3, -1.4f, 0.2f, 1.4f, 3};
        String clipping = LINSPACE + "'clip_sample': true, 'clip_sample_range': 1.5";
        for (int steps : new int[] {1, 4}) {
            float[] last = SchedulerFixture.generate(
                    plan(className, clipping, steps), found.length, (input, time) -> found.clone(), 1);
            assertArrayEquals(new float[] {-1.5f, -1.4f, 0.2f, 1.4f, 1.5f}, last, 1e-3f);
        }
    }

    @ParameterizedTest
    @CsvSource({"DPMSolverMultistepScheduler, 10", "UniPCMultistepScheduler, 10", "UniPCMultistepScheduler, 20"})
    void theOrderOfTheLastStepIsLoweredUnlessTheFileSaysOtherwise(String className, int steps) {
        assertNotEquals(
                end(className, "'lower_order_final': true", steps),
                end(className, "'lower_order_final': false", steps));
    }

    @Test
    void withManyStepsDpmSolverLowersTheLastOrderOnlyForEulerAtFinal() {
        String className = "DPMSolverMultistepScheduler";
        double kept = end(className, "'lower_order_final': false", 20);
        assertEquals(kept, end(className, "'lower_order_final': true", 20));
        assertNotEquals(kept, end(className, "'euler_at_final': true", 20));
    }

    private static double end(String className, String more, int steps) {
        Denoising denoising = plan(className, "'final_sigmas_type': 'sigma_min', " + more, steps);
        return SchedulerFixture.denoise(denoising, new float[] {1}, DATA, SchedulerFixture.none())[0];
    }

    private static Denoising plan(String className, String settings, int steps) {
        return Schedulers.of(SchedulerFixture.settings(className, settings)).plan(steps);
    }
}
