package dev.easel.diffusion.scheduler;

/**
 * How much of the data (α) and how much noise (σ) there is in a sample x = αx₀ + σε, where α² + σ² = 1.
 *
 * @param signal α, from 0 to 1
 * @param noise σ, from 0 to 1
 */
record NoiseLevel(double signal, double noise) {
    static final NoiseLevel CLEAN = new NoiseLevel(1, 0);

    /** Returns the level at which so much of the data's variance is left: ᾱ in Ho et al. 2020, arXiv:2006.11239. */
    static NoiseLevel ofVarianceLeft(double alphaBar) {
        return new NoiseLevel(Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar));
    }

    /** Returns the level at which there is so much noise for one part of data: σ in Karras et al. 2022. */
    static NoiseLevel ofSigma(double sigma) {
        double signal = 1 / Math.sqrt(sigma * sigma + 1);
        return new NoiseLevel(signal, sigma * signal);
    }

    /** Returns how much noise there is for one part of data. */
    double sigma() {
        return noise / signal;
    }

    /** Returns λ, half the logarithm of the signal-to-noise ratio: infinite without noise. */
    double lambda() {
        return Math.log(signal / noise);
    }
}
