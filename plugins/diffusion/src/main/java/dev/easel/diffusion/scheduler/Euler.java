package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;

/** Euler's method, without churn: algorithm 1 of Karras et al. 2022, arXiv:2206.00364, without its correction. */
final class Euler extends SigmaDenoising {
    Euler(SchedulerSettings settings, StepPath path) {
        super(settings, path);
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        double difference = path().sigma(call + 1) - path().sigma(call);
        return straight(call, difference).of(sample, modelOutput);
    }
}
