package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;

/**
 * The way of one image from noise to the end, one call of the model after the other; for use by one thread.
 *
 * <pre>{@code
 * Denoising denoising = scheduler.plan(20);
 * float[] sample = noise.draw(size);              // times initialNoiseScale()
 * for (int call = 0; call < denoising.calls(); call++) {
 *     float[] output = model(denoising.modelInput(call, sample), denoising.timestep(call));
 *     sample = denoising.step(call, sample, output, noise);
 * }
 * }</pre>
 */
public interface Denoising {

    /**
     * Returns how often the model is called; more often than there are steps where the rule wants that.
     *
     * @return at least 1
     */
    int calls();

    /**
     * Returns the time that the model is told.
     *
     * @param call from 0 to {@link #calls()} − 1
     * @return from 0 to the number of training steps, whole or not
     */
    double timestep(int call);

    /**
     * Returns what the first noise, of deviation 1, is multiplied with to be the first sample.
     *
     * @return a positive number
     */
    double initialNoiseScale();

    /**
     * Returns the sample as the model wants to see it.
     *
     * @param call from 0 to {@link #calls()} − 1
     * @param sample the present sample, which is left as it is
     * @return the sample itself where the rule doesn't scale it
     */
    float[] modelInput(int call, float[] sample);

    /**
     * Makes a step.
     *
     * @param call from 0 to {@link #calls()} − 1, one after the other
     * @param sample the present sample, which is left as it is
     * @param modelOutput what the model answered, of the same length
     * @param noise asked for as many numbers as the sample has, if this step wants fresh noise
     * @return the next sample; after the last call, the latent image
     */
    float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise);
}
