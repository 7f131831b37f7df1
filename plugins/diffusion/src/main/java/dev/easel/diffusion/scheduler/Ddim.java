package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;
import java.util.OptionalDouble;

/** Finds the data and puts less of the noise back: equation 12 of Song et al. 2020, arXiv:2010.02502, with η = 0. */
final class Ddim extends UnscaledDenoising {
    private final LevelPath path;
    private final PredictionType prediction;
    private final OptionalDouble clipRange;

    Ddim(SchedulerSettings settings, LevelPath path) {
        this.path = path;
        this.prediction = settings.prediction();
        this.clipRange = settings.solver().clipRange();
    }

    @Override
    public int calls() {
        return path.steps();
    }

    @Override
    public double timestep(int call) {
        return path.time(call);
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        NoiseLevel level = path.level(call);
        NoiseLevel next = path.level(call + 1);
        Mix data = prediction.data(level);
        Mix noiseLeft = prediction.noise(level).times(next.noise());
        if (clipRange.isEmpty()) {
            return data.times(next.signal()).plus(noiseLeft).of(sample, modelOutput);
        }
        return Blend.of(next.signal(), data.clipped(sample, modelOutput, clipRange.getAsDouble()))
                .plus(noiseLeft.sample(), sample)
                .plus(noiseLeft.output(), modelOutput)
                .values();
    }
}
