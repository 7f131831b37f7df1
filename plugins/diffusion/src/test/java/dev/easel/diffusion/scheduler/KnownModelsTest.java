package dev.easel.diffusion.scheduler;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every kind, spacing and prediction with models of which it is known where they lead. */
class KnownModelsTest {
    private static final int SIZE = 64;
    private static final int[] COUNTS = {1, 2, 3, 4, 7, 20, 50};

    @ParameterizedTest
    @MethodSource("allCombinations")
    void aModelThatAlwaysFindsTheSameDataLeadsToThem(
            SchedulerKind kind, TimestepSpacing spacing, PredictionType prediction) {
        float[] data = SchedulerFixture.gaussian(5).draw(SIZE);
        Scheduler scheduler = Schedulers.of(settings(kind, spacing, prediction, false));
        for (int steps : COUNTS) {
            Denoising denoising = scheduler.plan(steps);
            float[] last = SchedulerFixture.generate(denoising, SIZE, alwaysFinding(data, prediction), 1);
            assertArrayEquals(data, last, 2e-3f, steps + " steps");
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndSpacings")
    void noiseDataAndVelocityOfTheSameModelGoTheSameWay(SchedulerKind kind, TimestepSpacing spacing) {
        float tolerance = tellsTheModelRoundedTimes(kind) ? 5e-3f : 5e-5f;
        for (int steps : COUNTS) {
            float[] byNoise = ofGaussianData(kind, spacing, PredictionType.EPSILON, steps);
            assertArrayEquals(byNoise, ofGaussianData(kind, spacing, PredictionType.SAMPLE, steps), tolerance);
            assertArrayEquals(byNoise, ofGaussianData(kind, spacing, PredictionType.V_PREDICTION, steps), tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource("allCombinations")
    void aTrainingThatLeavesNoSignalKeepsNumbersFinite(
            SchedulerKind kind, TimestepSpacing spacing, PredictionType prediction) {
        Scheduler scheduler = Schedulers.of(settings(kind, spacing, prediction, true));
        for (int steps : COUNTS) {
            Denoising denoising = scheduler.plan(steps);
            float[] last = SchedulerFixture.generate(
                    denoising, SIZE, (input, time) -> Blend.of(0.5, input).values(), 1);
            for (float value : last) {
                assertTrue(Float.isFinite(value), steps + " steps");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kindsAndSpacings")
    void oneStepGoesWhereTheModelPoints(SchedulerKind kind, TimestepSpacing spacing) {
        SchedulerSettings settings = settings(kind, spacing, PredictionType.SAMPLE, false);
        Denoising denoising = Schedulers.of(settings).plan(1);
        assertEquals(1, denoising.calls());
        float[] pointedAt = SchedulerFixture.gaussian(6).draw(SIZE);
        float[] last = denoising.step(0, new float[SIZE], pointedAt, SchedulerFixture.none());
        assertArrayEquals(pointedAt, last, 1e-5f);
    }

    @ParameterizedTest
    @EnumSource(SchedulerKind.class)
    void twoPlansOfOneRuleDoNotMeet(SchedulerKind kind) {
        Scheduler scheduler = Schedulers.of(settings(kind, TimestepSpacing.LEADING, PredictionType.EPSILON, false));
        GaussianData model = new GaussianData(0.5, PredictionType.EPSILON);
        float[] alone = SchedulerFixture.generate(scheduler.plan(5), SIZE, model, 1);

        Denoising one = scheduler.plan(5);
        Denoising other = scheduler.plan(5);
        float[] sample = start(one);
        float[] otherSample = Blend.of(-2, sample).values();
        var noise = SchedulerFixture.gaussian(1);
        noise.draw(SIZE);
        for (int call = 0; call < one.calls(); call++) {
            sample = one.step(call, sample, answer(model, one, call, sample), noise);
            otherSample = other.step(
                    call, otherSample, answer(model, other, call, otherSample), SchedulerFixture.gaussian(9));
        }
        assertArrayEquals(alone, sample);
    }

    @ParameterizedTest
    @EnumSource(SchedulerKind.class)
    void whatIsHandedInIsLeftAsItIs(SchedulerKind kind) {
        Denoising denoising = Schedulers.of(settings(kind, TimestepSpacing.LEADING, PredictionType.SAMPLE, false))
                .plan(4);
        float[] sample = start(denoising);
        for (int call = 0; call < denoising.calls(); call++) {
            float[] output = Blend.of(0.5, denoising.modelInput(call, sample)).values();
            float[] sampleBefore = sample.clone();
            float[] outputBefore = output.clone();
            float[] next = denoising.step(call, sample, output, SchedulerFixture.gaussian(call));
            assertArrayEquals(sampleBefore, sample);
            assertArrayEquals(outputBefore, output);
            sample = next;
        }
    }

    private static boolean tellsTheModelRoundedTimes(SchedulerKind kind) {
        return kind == SchedulerKind.DPM_SOLVER_KARRAS || kind == SchedulerKind.UNIPC_KARRAS;
    }

    private static float[] start(Denoising denoising) {
        return Blend.of(
                        denoising.initialNoiseScale(),
                        SchedulerFixture.gaussian(1).draw(SIZE))
                .values();
    }

    private static float[] answer(GaussianData model, Denoising denoising, int call, float[] sample) {
        return model.answer(denoising.modelInput(call, sample), denoising.timestep(call));
    }

    private static float[] ofGaussianData(
            SchedulerKind kind, TimestepSpacing spacing, PredictionType prediction, int steps) {
        Denoising denoising =
                Schedulers.of(settings(kind, spacing, prediction, false)).plan(steps);
        return SchedulerFixture.generate(denoising, SIZE, new GaussianData(0.5, prediction), 1);
    }

    private static SchedulerFixture.Model alwaysFinding(float[] data, PredictionType prediction) {
        return (input, time) -> {
            double signal = GaussianData.signal(time);
            double noise = Math.sqrt(1 - signal * signal);
            return switch (prediction) {
                case SAMPLE -> data.clone();
                case EPSILON ->
                    Blend.of(1 / noise, input).plus(-signal / noise, data).values();
                case V_PREDICTION ->
                    Blend.of(signal / noise, input)
                            .plus(-signal * signal / noise - noise, data)
                            .values();
            };
        };
    }

    private static SchedulerSettings settings(
            SchedulerKind kind, TimestepSpacing spacing, PredictionType prediction, boolean zeroTerminalSnr) {
        return SchedulerFixture.settings(
                        "DDIMScheduler",
                        "'timestep_spacing': '%s', 'prediction_type': '%s', 'rescale_betas_zero_snr': %s, 'steps_offset': 1"
                                .formatted(
                                        spacing.configurationName(), prediction.configurationName(), zeroTerminalSnr))
                .with(kind);
    }

    static Stream<Arguments> allCombinations() {
        return kindsAndSpacings()
                .flatMap(arguments -> Arrays.stream(PredictionType.values())
                        .map(prediction ->
                                Arguments.of(arguments.get()[0], arguments.get()[1], prediction)));
    }

    static Stream<Arguments> kindsAndSpacings() {
        List<TimestepSpacing> spacings = List.of(TimestepSpacing.values());
        return Arrays.stream(SchedulerKind.values())
                .flatMap(kind -> spacings.stream().map(spacing -> Arguments.of(kind, spacing)));
    }
}
