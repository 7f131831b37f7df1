package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;
import java.util.OptionalDouble;

/**
 * Heun's method, without churn: algorithm 1 of Karras et al. 2022, arXiv:2206.00364. Calls of even number make Euler's
 * step; those of odd number make the same step again, along the mean of the derivatives at its two ends. The last step
 * ends without noise, where there is no derivative, and remains Euler's.
 */
final class Heun extends SigmaDenoising {
    private final OptionalDouble clipRange;
    private float[] start = {};
    private float[] derivativeAtStart = {};

    Heun(SchedulerSettings settings, StepPath path) {
        super(settings, path);
        this.clipRange = settings.solver().clipRange();
    }

    @Override
    public int calls() {
        return 2 * path().steps() - 1;
    }

    @Override
    int stepAt(int call) {
        return (call + 1) / 2;
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        float[] derivative = derivative(call, sample, modelOutput);
        int step = call / 2;
        double difference = path().sigma(step + 1) - path().sigma(step);
        if (call % 2 == 1) {
            return Blend.of(1, start)
                    .plus(difference / 2, derivativeAtStart)
                    .plus(difference / 2, derivative)
                    .values();
        }
        start = sample;
        derivativeAtStart = derivative;
        return Blend.of(1, sample).plus(difference, derivative).values();
    }

    private float[] derivative(int call, float[] sample, float[] modelOutput) {
        if (clipRange.isEmpty()) {
            return noise(call).of(sample, modelOutput);
        }
        float[] data = data(call).clipped(sample, modelOutput, clipRange.getAsDouble());
        double sigma = path().sigma(stepAt(call));
        return Blend.of(1 / sigma, sample).plus(-1 / sigma, data).values();
    }
}
