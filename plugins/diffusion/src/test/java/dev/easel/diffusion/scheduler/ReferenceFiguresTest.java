package dev.easel.diffusion.scheduler;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Figures of diffusers for a made-up model, which answers x·t/(t + 1) to a sample x at time t: the sum and the mean of
 * all absolute values, two elements, and the times.
 */
class ReferenceFiguresTest {
    private static final int SIZE = 4 * 3 * 8 * 8;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "none", textBlock = """
            DDIMScheduler               | 'timestep_spacing': 'leading', 'steps_offset': 1, 'set_alpha_to_one': false, 'clip_sample': false | 20 | 192.0829 | 0.250108 | 0.243260 | 0.500216 | 951 901 851 801 751 701 651 601 551 501 451 401 351 301 251 201 151 101 51 1
            EulerDiscreteScheduler      | 'timestep_spacing': 'leading', 'steps_offset': 1 | 20 | 189.3475 | 0.246546 | 0.239796 | 0.493092 | 951 901 851 801 751 701 651 601 551 501 451 401 351 301 251 201 151 101 51 1
            EulerDiscreteScheduler      | 'timestep_spacing': 'trailing' | 1 | 18.6661 | 0.024305 | 0.023639 | 0.048610 | 999
            EulerDiscreteScheduler      | 'timestep_spacing': 'trailing' | 4 | 145.7461 | 0.189774 | 0.184578 | 0.379547 | 999 749 499 249
            EulerAncestralDiscreteScheduler | 'timestep_spacing': 'leading', 'steps_offset': 1 | 20 | 656.0480 | 0.854229 | 0.876811 | 0.029442 | 951 901 851 801 751 701 651 601 551 501 451 401 351 301 251 201 151 101 51 1
            DPMSolverMultistepScheduler | 'timestep_spacing': 'leading', 'steps_offset': 1, 'use_karras_sigmas': true | 20 | 205.5888 | 0.267694 | 0.260364 | 0.535387 | 999 962 921 876 827 772 710 640 561 474 380 285 197 123 69 35 15 6 2 0
            PNDMScheduler               | 'steps_offset': 1, 'set_alpha_to_one': false | 20 | 202.4587 | 0.263618 | 0.256400 | 0.527236 | 951 901 901 851 801 751 701 651 601 551 501 451 401 351 301 251 201 151 101 51 1
            LCMScheduler                | 'timestep_spacing': 'leading' | 1 | 18.7097 | 0.024362 | 0.023695 | 0.048724 | 999
            LCMScheduler                | 'timestep_spacing': 'leading' | 4 | 157.5781 | 0.205180 | 0.210795 | 0.000086 | 999 759 499 259
            DDIMScheduler               | 'prediction_type': 'v_prediction', 'timestep_spacing': 'trailing', 'steps_offset': 1, 'rescale_betas_zero_snr': true, 'set_alpha_to_one': false | 20 | 70.7280 | 0.092094 | 0.089572 | 0.184187 | 999 949 899 849 799 749 699 649 599 549 499 449 399 349 299 249 199 149 99 49
            UniPCMultistepScheduler     | 'timestep_spacing': 'leading', 'steps_offset': 1, 'solver_type': 'bh2', 'solver_order': 2 | 20 | 190.6911 | 0.248296 | 0.241497 | 0.496591 | 941 894 847 800 753 706 659 612 565 518 471 424 377 330 283 236 189 142 95 48
            HeunDiscreteScheduler       | 'timestep_spacing': 'leading', 'steps_offset': 1 | 10 | 216.5174 | 0.281924 | 0.274205 | 0.563847 | 901 801 801 701 701 601 601 501 501 401 401 301 301 201 201 101 101 1 1
            """)
    void theFiguresOfTheReferenceComeOut(
            String className,
            String settings,
            int steps,
            double sum,
            double mean,
            double element1135,
            double element3277,
            String times) {
        Denoising denoising =
                Schedulers.of(SchedulerFixture.settings(className, settings)).plan(steps);
        assertArrayEquals(SchedulerFixture.numbers(times), SchedulerFixture.times(denoising));

        float[] first = Blend.of(denoising.initialNoiseScale(), ramp(false)).values();
        float[] last = SchedulerFixture.denoise(denoising, first, ReferenceFiguresTest::answer, size -> ramp(true));
        double total = sumOfAbsolutes(last);
        assertFourDigits(sum, total);
        assertFourDigits(mean, total / SIZE);
        assertFourDigits(element1135, last[index(1, 1, 3, 5)]);
        assertFourDigits(element3277, last[index(3, 2, 7, 7)]);
    }

    private static float[] answer(float[] input, double timestep) {
        return Blend.of(timestep / (timestep + 1), input).values();
    }

    /** Returns 0 to 767 over 768, or falling, in the order of the reference: the image is the fastest index. */
    private static float[] ramp(boolean falling) {
        float[] ramp = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            int number = i % (SIZE / 4) * 4 + i / (SIZE / 4);
            ramp[i] = (falling ? SIZE - 1 - number : number) / (float) SIZE;
        }
        return ramp;
    }

    private static int index(int image, int channel, int y, int x) {
        return ((image * 3 + channel) * 8 + y) * 8 + x;
    }

    private static double sumOfAbsolutes(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += Math.abs(value);
        }
        return sum;
    }

    /** Allows half a unit of the fourth digit, and of the last digit that the reference prints. */
    private static void assertFourDigits(double expected, double actual) {
        double fourthDigit = Math.pow(10, Math.floor(Math.log10(expected)) - 3);
        assertEquals(expected, actual, fourthDigit / 2 + 0.5e-6);
    }
}
