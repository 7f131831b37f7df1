package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;

/**
 * Euler's method to less noise than is wanted, and fresh noise for the rest: ancestral sampling of Ho et al. 2020,
 * arXiv:2006.11239, over the noise levels of Karras et al. 2022, arXiv:2206.00364.
 */
final class EulerAncestral extends SigmaDenoising {
    EulerAncestral(SchedulerSettings settings, StepPath path) {
        super(settings, path);
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        double from = path().sigma(call);
        double to = path().sigma(call + 1);
        double fresh = to * Math.sqrt(1 - to * to / (from * from));
        double left = to * to / from;
        float[] next = straight(call, left - from).of(sample, modelOutput);
        return fresh == 0
                ? next
                : Blend.of(1, next).plus(fresh, noise.draw(sample.length)).values();
    }
}
