package dev.easel.diffusion.scheduler;

/** The way of a rule whose samples keep the variance of the training's, so that the model sees them as they are. */
abstract class UnscaledDenoising implements Denoising {
    @Override
    public double initialNoiseScale() {
        return 1;
    }

    @Override
    public float[] modelInput(int call, float[] sample) {
        return sample;
    }
}
