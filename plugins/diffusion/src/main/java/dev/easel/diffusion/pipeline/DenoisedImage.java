package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.noise.NoiseSource;
import dev.easel.diffusion.scheduler.Denoising;

/** One image on its way from noise to the end, with noise of its own; for use by one thread. */
final class DenoisedImage {
    private final Denoising way;
    private final NoiseSource noise;
    private float[] sample;

    DenoisedImage(Denoising way, NoiseSource noise, int size) {
        this.way = way;
        this.noise = noise;
        sample = noise.draw(size);
        float scale = (float) way.initialNoiseScale();
        for (int i = 0; i < size; i++) {
            sample[i] *= scale;
        }
    }

    float[] modelInput(int call) {
        return way.modelInput(call, sample);
    }

    void step(int call, float[] modelOutput) {
        sample = way.step(call, sample, modelOutput, noise);
    }

    /** Returns the sample as it is now, the latent image after the last call. */
    float[] sample() {
        return sample;
    }
}
