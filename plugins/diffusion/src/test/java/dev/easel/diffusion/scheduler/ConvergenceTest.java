package dev.easel.diffusion.scheduler;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How near the rules come to the exact flow of Gaussian data, and how much nearer with more steps. */
class ConvergenceTest {
    private static final double DEVIATION = 0.5;
    private static final GaussianData DATA = new GaussianData(DEVIATION, PredictionType.EPSILON);

    @ParameterizedTest
    @CsvSource({
        "DDIMScheduler, 1",
        "EulerDiscreteScheduler, 1",
        "DPMSolverMultistepScheduler, 2",
        "UniPCMultistepScheduler, 2",
        "HeunDiscreteScheduler, 2",
        "PNDMScheduler, 2"
    })
    void twiceAsManyStepsBringTheFlowNearerByTheRulesOrder(String className, int order) {
        double coarse = errorHalfWay(className, "", 40);
        double fine = errorHalfWay(className, "", 80);
        assertTrue(
                fine * Math.pow(2, order - 0.25) < coarse,
                () -> "%s with 40 steps, %s with 80".formatted(coarse, fine));
    }

    @ParameterizedTest
    @CsvSource({
        "DPMSolverMultistepScheduler, midpoint",
        "DPMSolverMultistepScheduler, heun",
        "UniPCMultistepScheduler, bh1",
        "UniPCMultistepScheduler, bh2"
    })
    void everyVariantOfTheSecondOrderIsBetterThanTheFirst(String className, String type) {
        double first = errorHalfWay(className, ", 'solver_order': 1, 'solver_type': '%s'".formatted(type), 40);
        double second = errorHalfWay(className, ", 'solver_order': 2, 'solver_type': '%s'".formatted(type), 40);
        assertTrue(second * 3 < first, () -> "%s of order 2, %s of order 1".formatted(second, first));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DPMSolverMultistepScheduler",
                "UniPCMultistepScheduler",
                "HeunDiscreteScheduler",
                "PNDMScheduler"
            })
    void rulesOfTheSecondOrderAreBetterThanEulers(String className) {
        double error = errorHalfWay(className, "", 40);
        double errorOfEuler = errorHalfWay("EulerDiscreteScheduler", "", 40);
        assertTrue(error * 4 < errorOfEuler, () -> "%s, Euler's %s".formatted(error, errorOfEuler));
    }

    @ParameterizedTest
    @EnumSource(
            value = SchedulerKind.class,
            mode = Mode.EXCLUDE,
            names = {"EULER_ANCESTRAL", "LCM"})
    void manyStepsLeadAllRulesWithoutFreshNoiseAlongTheFlow(SchedulerKind kind) {
        for (TimestepSpacing spacing : TimestepSpacing.values()) {
            String stated = "'timestep_spacing': '%s'".formatted(spacing.configurationName());
            SchedulerSettings settings = SchedulerFixture.settings("DDIMScheduler", stated);
            Denoising denoising = Schedulers.of(settings.with(kind)).plan(900);
            double exact = seen(denoising, 0, first(denoising)) * DATA.flowToData(denoising.timestep(0));
            float[] last = SchedulerFixture.denoise(denoising, first(denoising), DATA, SchedulerFixture.none());
            assertEquals(exact, last[0], 3e-3, stated);
        }
    }

    /** A consistency model knows where the flow ends, so that even one step makes such samples. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 50})
    void aPerfectConsistencyModelMakesSamplesOfTheDatasDistribution(int steps) {
        SchedulerSettings settings = SchedulerFixture.settings("LCMScheduler", "'prediction_type': 'sample'");
        SchedulerFixture.Model model =
                (input, time) -> Blend.of(DATA.flowToData(time), input).values();
        assertEquals(DEVIATION, deviation(Schedulers.of(settings).plan(steps), model), 0.015);
    }

    @ParameterizedTest
    @CsvSource({"100, 0.05", "500, 0.025"})
    void freshNoiseInManyStepsMakesSamplesOfTheDatasDistribution(int steps, double tolerance) {
        SchedulerSettings settings =
                SchedulerFixture.settings("EulerAncestralDiscreteScheduler", "'timestep_spacing': 'trailing'");
        assertEquals(DEVIATION, deviation(Schedulers.of(settings).plan(steps), DATA), tolerance);
    }

    /**
     * Returns the error, relative to the exact flow, after half of the calls: there the steps change λ evenly enough.
     */
    private static double errorHalfWay(String className, String more, int steps) {
        String spacing = className.startsWith("PNDM") ? "leading" : "linspace";
        String settings = "'timestep_spacing': '%s'%s".formatted(spacing, more);
        Denoising denoising =
                Schedulers.of(SchedulerFixture.settings(className, settings)).plan(steps);
        int half = denoising.calls() / 4 * 2;
        float[] sample = first(denoising);
        double start = seen(denoising, 0, sample);
        for (int call = 0; call < half; call++) {
            float[] output = DATA.answer(denoising.modelInput(call, sample), denoising.timestep(call));
            sample = denoising.step(call, sample, output, SchedulerFixture.none());
        }
        double exact = start * DATA.flow(denoising.timestep(0), denoising.timestep(half));
        return Math.abs(seen(denoising, half, sample) / exact - 1);
    }

    private static float[] first(Denoising denoising) {
        return new float[] {(float) denoising.initialNoiseScale()};
    }

    private static double seen(Denoising denoising, int call, float[] sample) {
        return denoising.modelInput(call, sample)[0];
    }

    private static double deviation(Denoising denoising, SchedulerFixture.Model model) {
        float[] samples = SchedulerFixture.generate(denoising, 5_000, model, 3);
        double squares = 0;
        for (float value : samples) {
            squares += value * value;
        }
        return Math.sqrt(squares / samples.length);
    }
}
