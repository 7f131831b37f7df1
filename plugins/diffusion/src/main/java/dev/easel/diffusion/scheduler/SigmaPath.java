package dev.easel.diffusion.scheduler;

/** The noise levels σ from which and to which the steps of a plan go, and the times of their starts; immutable. */
final class SigmaPath {
    private final double[] times;
    private final double[] sigmas;

    /** Takes both arrays; there is one σ more than there are times. */
    SigmaPath(double[] times, double[] sigmas) {
        this.times = times;
        this.sigmas = sigmas;
    }

    int steps() {
        return times.length;
    }

    double time(int step) {
        return times[step];
    }

    /** Returns the σ at which a step starts; for the number of steps, that at which the last one ends. */
    double sigma(int step) {
        return sigmas[step];
    }

    NoiseLevel level(int step) {
        return NoiseLevel.ofSigma(sigmas[step]);
    }
}
