package dev.easel.diffusion.scheduler;

import java.util.List;

/**
 * The noise that a model was trained with.
 *
 * @param steps how many steps of noise, at least 2
 * @param schedule how the noise grows
 * @param from β of the first step, above 0 and below 1
 * @param to β of the last step, above 0 and below 1
 * @param trainedBetas β of every step, in place of the schedule; empty where the schedule counts
 * @param zeroTerminalSnr whether β is rescaled so that nothing of the data is left at the end
 */
public record TrainingNoise(
        int steps, BetaSchedule schedule, double from, double to, List<Double> trainedBetas, boolean zeroTerminalSnr) {

    /** Makes its own copy of the list. */
    public TrainingNoise {
        trainedBetas = List.copyOf(trainedBetas);
    }

    /** Returns ᾱ, how much of the data's variance is left after every step. */
    double[] varianceLeft() {
        double[] left = betas();
        double product = 1;
        for (int i = 0; i < left.length; i++) {
            product *= 1 - left[i];
            left[i] = product;
        }
        return zeroTerminalSnr ? withoutSignalAtTheEnd(left) : left;
    }

    private double[] betas() {
        return trainedBetas.isEmpty()
                ? schedule.betas(steps, from, to)
                : trainedBetas.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Shifts and scales α, the first staying as it is: algorithm 1 of Lin et al. 2023, arXiv:2305.08891. */
    private static double[] withoutSignalAtTheEnd(double[] left) {
        double first = Math.sqrt(left[0]);
        double last = Math.sqrt(left[left.length - 1]);
        double[] rescaled = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            double signal = (Math.sqrt(left[i]) - last) * first / (first - last);
            rescaled[i] = signal * signal;
        }
        return rescaled;
    }
}
