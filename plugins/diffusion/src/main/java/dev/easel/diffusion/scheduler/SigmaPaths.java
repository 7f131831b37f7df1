package dev.easel.diffusion.scheduler;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Plans noise levels, interpolated from the training's or Karras'. */
final class SigmaPaths {
    /** ρ, table 1 of Karras et al. 2022, arXiv:2206.00364. */
    private static final double KARRAS_EXPONENT = 7;

    private final SchedulerKind kind;
    private final NoiseTable table;
    private final StepTimes times;
    private final double end;

    SigmaPaths(SchedulerSettings settings, NoiseTable table, StepTimes times) {
        this.kind = settings.kind();
        this.table = table;
        this.times = times;
        this.end = settings.solver().endsAtSmallestSigma() && heedsEnd(kind) ? table.smallestSigma() : 0;
    }

    /** Plans for Euler's and Heun's methods: Karras' levels lie between those of the first and the last step. */
    StepPath ofSigmaMethod(int steps) {
        double[] spaced = times.fractional(steps);
        if (!kind.karras()) {
            return path(spaced);
        }
        double[] sigmas = karras(table.sigma(spaced[0]), table.sigma(spaced[steps - 1]), steps);
        return path(sigmas, table::time);
    }

    /** Plans for DPM-Solver++ and UniPC: Karras' levels take all of the training's range, and times are whole. */
    StepPath ofMultistep(int steps) {
        if (!kind.karras()) {
            return path(times.wholeBeforeTheEnd(steps));
        }
        times.checkCount(steps);
        double[] sigmas = karras(table.largestSigma(), table.smallestSigma(), steps);
        return path(sigmas, sigma -> Math.rint(table.time(sigma)));
    }

    private StepPath path(double[] spaced) {
        return StepPath.ofSigmas(spaced, Arrays.stream(spaced).map(table::sigma).toArray(), end);
    }

    private StepPath path(double[] sigmas, DoubleUnaryOperator time) {
        return StepPath.ofSigmas(Arrays.stream(sigmas).map(time).toArray(), sigmas, end);
    }

    /** Equation 5 of Karras et al. 2022. */
    private static double[] karras(double largest, double smallest, int steps) {
        double from = Math.pow(largest, 1 / KARRAS_EXPONENT);
        double to = Math.pow(smallest, 1 / KARRAS_EXPONENT);
        double[] sigmas = new double[steps];
        Arrays.setAll(sigmas, i -> Math.pow(from + i / Math.max(1.0, steps - 1) * (to - from), KARRAS_EXPONENT));
        return sigmas;
    }

    private static boolean heedsEnd(SchedulerKind kind) {
        return switch (kind) {
            case EULER_ANCESTRAL, HEUN, HEUN_KARRAS -> false;
            default -> true;
        };
    }
}
