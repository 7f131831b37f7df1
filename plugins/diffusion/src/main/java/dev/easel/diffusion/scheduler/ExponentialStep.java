package dev.easel.diffusion.scheduler;

/**
 * A step of an exponential integrator over the data, exact if they stay the same: Lu et al. 2022, arXiv:2211.01095.
 *
 * @param h by how much λ grows; infinite if no noise is left
 * @param signal α at the end
 * @param sample how much of the sample stays
 * @param data how much of the data comes in
 */
record ExponentialStep(double h, double signal, double sample, double data) {
    static ExponentialStep between(NoiseLevel from, NoiseLevel to) {
        double h = to.lambda() - from.lambda();
        return new ExponentialStep(h, to.signal(), to.noise() / from.noise(), -to.signal() * Math.expm1(-h));
    }
}
