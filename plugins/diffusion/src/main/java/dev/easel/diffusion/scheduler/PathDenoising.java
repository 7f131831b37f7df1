package dev.easel.diffusion.scheduler;

/**
 * What the ways of all rules share; here, samples have the variance of the training's, and the model sees them as they
 * are.
 */
abstract class PathDenoising implements Denoising {
    private final StepPath path;
    private final PredictionType prediction;

    PathDenoising(SchedulerSettings settings, StepPath path) {
        this.path = path;
        this.prediction = settings.prediction();
    }

    /** Returns the step at whose start the sample of a call stands. */
    int stepAt(int call) {
        return call;
    }

    final StepPath path() {
        return path;
    }

    /** Returns how the data come of the sample that the model sees in a call. */
    Mix data(int call) {
        return prediction.data(path.level(stepAt(call)));
    }

    /** Returns how the noise comes of the sample that the model sees in a call. */
    Mix noise(int call) {
        return prediction.noise(path.level(stepAt(call)));
    }

    @Override
    public int calls() {
        return path.steps();
    }

    @Override
    public double timestep(int call) {
        return path.time(stepAt(call));
    }

    @Override
    public double initialNoiseScale() {
        return 1;
    }

    @Override
    public float[] modelInput(int call, float[] sample) {
        return sample;
    }
}
