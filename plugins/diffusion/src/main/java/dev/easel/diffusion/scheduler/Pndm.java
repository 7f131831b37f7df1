package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;

/**
 * A linear multistep method over the noise, which {@link Ddim}'s step takes on: Liu et al. 2022, arXiv:2202.09778,
 * without Runge-Kutta steps. In their place the first step is made twice, the second time with the mean of the noise at
 * its ends.
 */
final class Pndm extends UnscaledDenoising {
    /** The weights of Adams and Bashforth, the newest noise first, by how many there are: equation 9. */
    private static final double[][] WEIGHTS = {
        {1}, {3 / 2.0, -1 / 2.0}, {23 / 12.0, -16 / 12.0, 5 / 12.0}, {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0}
    };

    private final LevelPath path;
    private final PredictionType prediction;
    private final History noises = new History(WEIGHTS.length);
    private float[] start = {};

    Pndm(SchedulerSettings settings, LevelPath path) {
        this.path = path;
        this.prediction = settings.prediction();
    }

    @Override
    public int calls() {
        return path.steps() == 1 ? 1 : path.steps() + 1;
    }

    @Override
    public double timestep(int call) {
        return path.time(startOf(call));
    }

    /** Returns the step at whose start the model is called: the second call is made where the first step ended. */
    private static int startOf(int call) {
        return call < 2 ? call : call - 1;
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        float[] here = prediction.noise(path.level(startOf(call))).of(sample, modelOutput);
        if (call == 1) {
            Transfer again = Transfer.between(path.level(0), path.level(1));
            return again.of(start)
                    .plus(again.noise() / 2, noises.back(0))
                    .plus(again.noise() / 2, here)
                    .values();
        }
        if (call == 0) {
            start = sample;
        }
        noises.add(here);
        return extrapolated(Transfer.between(path.level(startOf(call)), path.level(startOf(call) + 1)), sample);
    }

    private float[] extrapolated(Transfer transfer, float[] sample) {
        double[] weights = WEIGHTS[noises.size() - 1];
        Blend next = transfer.of(sample);
        for (int i = 0; i < weights.length; i++) {
            next.plus(transfer.noise() * weights[i], noises.back(i));
        }
        return next.values();
    }

    /** A step from one level to another for a given noise: equation 11. */
    private record Transfer(double sample, double noise) {
        static Transfer between(NoiseLevel from, NoiseLevel to) {
            double kept = to.signal() / from.signal();
            return new Transfer(kept, to.noise() - kept * from.noise());
        }

        Blend of(float[] theSample) {
            return Blend.of(sample, theSample);
        }
    }
}
