package dev.easel.diffusion.scheduler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How many steps and calls there are, and when. */
class StepCountsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DDIM       | leading  | 1 | 4 | 751 501 251 1
            DDIM       | trailing | 1 | 4 | 999 749 499 249
            DDIM       | linspace | 1 | 4 | 999 666 333 0
            DDIM       | trailing | 0 | 3 | 999 666 332
            EULER      | linspace | 1 | 3 | 999 499.5 0
            EULER      | linspace | 0 | 1 | 999
            EULER      | leading  | 1 | 1 | 1
            DPM_SOLVER | leading  | 1 | 4 | 801 601 401 201
            DPM_SOLVER | trailing | 1 | 4 | 999 749 499 249
            DPM_SOLVER | linspace | 1 | 4 | 999 749 500 250
            UNIPC      | linspace | 0 | 1 | 999
            PNDM       | leading  | 1 | 1 | 1
            PNDM       | trailing | 0 | 2 | 999 499 499
            HEUN       | linspace | 0 | 3 | 999 499.5 499.5 0 0
            LCM        | leading  | 0 | 3 | 999 679 339
            """)
    void timesAreSpacedAsLinEtAlSay(SchedulerKind kind, String spacing, int offset, int steps, String times) {
        Denoising denoising =
                Schedulers.of(settings(spacing, offset).with(kind)).plan(steps);
        assertArrayEquals(SchedulerFixture.numbers(times), SchedulerFixture.times(denoising), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "DDIM, 20, 20", "EULER, 20, 20", "EULER_ANCESTRAL, 20, 20", "DPM_SOLVER, 20, 20", "UNIPC, 20, 20",
        "LCM, 20, 20", "PNDM, 20, 21", "PNDM, 1, 1", "HEUN, 20, 39", "HEUN, 1, 1"
    })
    void theModelIsCalledAsOftenAsTheRuleWants(SchedulerKind kind, int steps, int calls) {
        assertEquals(
                calls,
                Schedulers.of(settings("leading", 1).with(kind)).plan(steps).calls());
    }

    @ParameterizedTest
    @EnumSource(SchedulerKind.class)
    void timesFallAndStayWithinTheTraining(SchedulerKind kind) {
        for (TimestepSpacing spacing : TimestepSpacing.values()) {
            Scheduler scheduler =
                    Schedulers.of(settings(spacing.configurationName(), 1).with(kind));
            for (int steps = 1; steps <= 50; steps++) {
                Denoising denoising = scheduler.plan(steps);
                double before = 999;
                for (int call = 0; call < denoising.calls(); call++) {
                    double time = denoising.timestep(call);
                    assertTrue(time <= before && time >= 0, "%s after %s".formatted(time, before));
                    before = time;
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DDIM              | 0    | 0 | leading  | 0 steps were asked for; a model trained with 1000 steps can make 1 to 1000
            EULER             | -1   | 0 | leading  | -1 steps were asked for; a model trained with 1000 steps can make 1 to 1000
            PNDM              | 1001 | 0 | leading  | 1001 steps were asked for; a model trained with 1000 steps can make 1 to 1000
            DPM_SOLVER_KARRAS | 1001 | 0 | trailing | 1001 steps were asked for; a model trained with 1000 steps can make 1 to 1000
            LCM               | 51   | 0 | leading  | 51 steps were asked for; a latent consistency model distilled from 50 steps can make 1 to 50
            LCM               | 0    | 0 | leading  | 0 steps were asked for; a latent consistency model distilled from 50 steps can make 1 to 50
            HEUN              | 1000 | 1 | leading  | 1000 steps were asked for; with 1000 training steps, leading spacing and an offset of 1, the next smaller number that can be is 999
            DDIM              | 500  | 2 | leading  | 500 steps were asked for; with 1000 training steps, leading spacing and an offset of 2, the next smaller number that can be is 499
            UNIPC             | 1000 | 0 | leading  | 1000 steps were asked for; with 1000 training steps, leading spacing and an offset of 0, the next smaller number that can be is 999
            DPM_SOLVER        | 1000 | 0 | linspace | 1000 steps were asked for; with 1000 training steps, linspace spacing and an offset of 0, the next smaller number that can be is 999
            """)
    void stepsThatCannotBeAreRefusedWithANumberThatCan(
            SchedulerKind kind, int steps, int offset, String spacing, String message) {
        Scheduler scheduler = Schedulers.of(settings(spacing, offset).with(kind));
        Exception refused = assertThrows(IllegalArgumentException.class, () -> scheduler.plan(steps));
        assertEquals(message, refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"DDIM, 1000", "EULER, 1000", "HEUN, 1000", "DPM_SOLVER, 999", "UNIPC_KARRAS, 1000", "LCM, 50"})
    void asManyStepsAsThereCanBeArePlanned(SchedulerKind kind, int steps) {
        Denoising denoising = Schedulers.of(settings("leading", 0).with(kind)).plan(steps);
        assertEquals(kind == SchedulerKind.HEUN ? 2 * steps - 1 : steps, denoising.calls());
    }

    @ParameterizedTest
    @CsvSource({
        "DDIM, leading, 1",
        "DPM_SOLVER, trailing, 1",
        "LCM, leading, 1",
        "PNDM, leading, 1",
        "UNIPC, linspace, 1",
        "EULER, linspace, 14.614647",
        "HEUN, trailing, 14.614647",
        "EULER_ANCESTRAL, trailing, 14.614647"
    })
    void theFirstNoiseIsAsLargeAsTheRuleWants(SchedulerKind kind, String spacing, double scale) {
        Denoising denoising = Schedulers.of(settings(spacing, 0).with(kind)).plan(10);
        assertEquals(scale, denoising.initialNoiseScale(), 1e-4);
    }

    @Test
    void withLeadingSpacingTheFirstNoiseStandsForTheDatasVarianceToo() {
        Denoising denoising =
                Schedulers.of(settings("leading", 1).with(SchedulerKind.EULER)).plan(20);
        assertEquals(Math.hypot(GaussianData.sigma(951), 1), denoising.initialNoiseScale(), 1e-9);
        float[] first = {(float) denoising.initialNoiseScale()};
        assertEquals(1, denoising.modelInput(0, first)[0], 1e-6);
    }

    private static SchedulerSettings settings(String spacing, int offset) {
        return SchedulerFixture.settings(
                "DDIMScheduler", "'timestep_spacing': '%s', 'steps_offset': %d".formatted(spacing, offset));
    }
}
