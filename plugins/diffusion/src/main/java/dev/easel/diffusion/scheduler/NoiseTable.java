package dev.easel.diffusion.scheduler;

import java.util.Arrays;

/** How much noise there is after each step of the training; immutable. */
final class NoiseTable {
    /** What diffusers leaves of the data's variance where nothing of it is left, for rules that divide by it. */
    private static final double LEAST_LEFT = 0x1p-24;

    private final double[] varianceLeft;
    private final double[] sigmas;

    private NoiseTable(double[] varianceLeft) {
        this.varianceLeft = varianceLeft;
        this.sigmas = Arrays.stream(varianceLeft)
                .map(left -> Math.sqrt((1 - left) / left))
                .toArray();
    }

    static NoiseTable of(SchedulerSettings settings) {
        double[] left = settings.noise().varianceLeft();
        if (dividesBySignal(settings)) {
            left = Arrays.stream(left)
                    .map(value -> value > 0 ? value : LEAST_LEFT)
                    .toArray();
        }
        return new NoiseTable(left);
    }

    private static boolean dividesBySignal(SchedulerSettings settings) {
        return settings.prediction() == PredictionType.EPSILON
                || (settings.kind() != SchedulerKind.DDIM && settings.kind() != SchedulerKind.LCM);
    }

    NoiseLevel at(double wholeTime) {
        return NoiseLevel.ofVarianceLeft(varianceLeft[(int) wholeTime]);
    }

    double smallestSigma() {
        return sigmas[0];
    }

    double largestSigma() {
        return sigmas[sigmas.length - 1];
    }

    /** Returns σ at a time, between two training steps on the line from one to the other. */
    double sigma(double time) {
        int before = Math.min((int) time, sigmas.length - 2);
        double progress = time - before;
        return sigmas[before] * (1 - progress) + sigmas[before + 1] * progress;
    }

    /** Returns the time at which there is that much noise: between two training steps, by the logarithm of σ. */
    double time(double sigma) {
        int found = Arrays.binarySearch(sigmas, sigma);
        int before = Math.max(0, Math.min(found < 0 ? -found - 2 : found, sigmas.length - 2));
        double low = Math.log(sigmas[before]);
        double high = Math.log(sigmas[before + 1]);
        return before + Math.max(0, Math.min(1, (Math.log(sigma) - low) / (high - low)));
    }
}
