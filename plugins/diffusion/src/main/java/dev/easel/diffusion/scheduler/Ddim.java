package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;
import java.util.OptionalDouble;

/** Finds the data and puts less of the noise back: equation 12 of Song et al. 2020, arXiv:2010.02502, with η = 0. */
final class Ddim extends PathDenoising {
    private final OptionalDouble clipRange;

    Ddim(SchedulerSettings settings, StepPath path) {
        super(settings, path);
        this.clipRange = settings.solver().clipRange();
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        NoiseLevel next = path().level(call + 1);
        Mix data = data(call);
        Mix noiseLeft = noise(call).times(next.noise());
        if (clipRange.isEmpty()) {
            return data.times(next.signal()).plus(noiseLeft).of(sample, modelOutput);
        }
        return Blend.of(next.signal(), data.clipped(sample, modelOutput, clipRange.getAsDouble()))
                .plus(noiseLeft.sample(), sample)
                .plus(noiseLeft.output(), modelOutput)
                .values();
    }
}
