package dev.easel.diffusion.scheduler;

import java.util.Arrays;
import java.util.function.IntFunction;

/** The times of the steps of a plan, the noisiest first; refuses numbers of steps that can't be. */
final class StepTimes {
    private final SchedulerSettings settings;
    private final int trainingSteps;

    StepTimes(SchedulerSettings settings) {
        this.settings = settings;
        this.trainingSteps = settings.noise().steps();
    }

    /** Returns times that lie between training steps where the spacing says so. */
    double[] fractional(int steps) {
        return checked(steps, this::spaced);
    }

    /** Returns times of training steps. */
    double[] whole(int steps) {
        return checked(steps, count -> rounded(spaced(count)));
    }

    /** Returns times of training steps that leave out the end of the spacing, which the last step goes to. */
    double[] wholeBeforeTheEnd(int steps) {
        return checked(
                steps,
                count -> settings.spacing() == TimestepSpacing.TRAILING
                        ? spaced(count)
                        : Arrays.copyOf(rounded(spaced(count + 1)), count));
    }

    /** Returns some of the times that a latent consistency model was distilled at: section 4.3 of arXiv:2310.04378. */
    double[] distilled(int steps) {
        int originalSteps = settings.solver().originalSteps();
        if (steps < 1 || steps > originalSteps) {
            throw new IllegalArgumentException(
                    "%d steps were asked for; a latent consistency model distilled from %d steps can make 1 to %2$d"
                            .formatted(steps, originalSteps));
        }
        int distance = trainingSteps / originalSteps;
        double skipped = (double) originalSteps / steps;
        double[] times = new double[steps];
        Arrays.setAll(times, i -> distance * (originalSteps - Math.floor(i * skipped)) - 1);
        return times;
    }

    /** Refuses a number of steps that no spacing allows. */
    void checkCount(int steps) {
        if (steps < 1 || steps > trainingSteps) {
            throw new IllegalArgumentException(
                    "%d steps were asked for; a model trained with %d steps can make 1 to %2$d"
                            .formatted(steps, trainingSteps));
        }
    }

    private double[] checked(int steps, IntFunction<double[]> rule) {
        checkCount(steps);
        double[] times = rule.apply(steps);
        if (!fit(times)) {
            throw new IllegalArgumentException(
                    "%d steps were asked for; with %d training steps, %s spacing and an offset of %d, the next smaller number that can be is %d"
                            .formatted(
                                    steps,
                                    trainingSteps,
                                    settings.spacing().configurationName(),
                                    settings.stepsOffset(),
                                    nextSmaller(steps, rule)));
        }
        return times;
    }

    private int nextSmaller(int steps, IntFunction<double[]> rule) {
        int fewer = steps - 1;
        while (fewer > 1 && !fit(rule.apply(fewer))) {
            fewer--;
        }
        return fewer;
    }

    private boolean fit(double[] times) {
        double above = trainingSteps;
        for (double time : times) {
            if (time >= above || time < 0) {
                return false;
            }
            above = time;
        }
        return times[0] <= trainingSteps - 1;
    }

    private double[] spaced(int steps) {
        return settings.spacing().times(steps, trainingSteps, settings.stepsOffset());
    }

    private static double[] rounded(double[] times) {
        return Arrays.stream(times).map(Math::rint).toArray();
    }
}
