package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;

/**
 * A linear multistep method over the noise, which {@link Ddim}'s step takes on: Liu et al. 2022, arXiv:2202.09778,
 * without Runge-Kutta steps. In their place the first step is made twice, the second time with the mean of the noise at
 * its ends.
 */
final class Pndm extends PathDenoising {
    /** The weights of Adams and Bashforth, the newest noise first, by how many there are. */
    private static final double[][] WEIGHTS = {
        {1}, {3 / 2.0, -1 / 2.0}, {23 / 12.0, -16 / 12.0, 5 / 12.0}, {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0}
    };

    private final History noises = new History(WEIGHTS.length);
    private float[] start = {};

    Pndm(SchedulerSettings settings, StepPath path) {
        super(settings, path);
    }

    @Override
    public int calls() {
        int steps = path().steps();
        return steps == 1 ? 1 : steps + 1;
    }

    /** The second call is made where the first step ended, and so is the third. */
    @Override
    int stepAt(int call) {
        return call < 2 ? call : call - 1;
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        float[] here = noise(call).of(sample, modelOutput);
        if (call == 1) {
            return firstStepAgain(here);
        }
        if (call == 0) {
            start = sample;
        }
        noises.add(here);
        return extrapolated(transfer(stepAt(call)), sample);
    }

    private float[] firstStepAgain(float[] noiseAtEnd) {
        Transfer transfer = transfer(0);
        double half = transfer.noise() / 2;
        return transfer.of(start)
                .plus(half, noises.back(0))
                .plus(half, noiseAtEnd)
                .values();
    }

    private float[] extrapolated(Transfer transfer, float[] sample) {
        double[] weights = WEIGHTS[noises.size() - 1];
        Blend next = transfer.of(sample);
        for (int i = 0; i < weights.length; i++) {
            next.plus(transfer.noise() * weights[i], noises.back(i));
        }
        return next.values();
    }

    private Transfer transfer(int step) {
        NoiseLevel from = path().level(step);
        NoiseLevel to = path().level(step + 1);
        double kept = to.signal() / from.signal();
        return new Transfer(kept, to.noise() - kept * from.noise());
    }

    /** A step from one level to another for a given noise: the transfer of the paper. */
    private record Transfer(double sample, double noise) {
        Blend of(float[] theSample) {
            return Blend.of(sample, theSample);
        }
    }
}
