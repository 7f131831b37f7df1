package dev.easel.diffusion.scheduler;

/**
 * The way of a rule whose samples are the data plus σ times noise: Karras et al. 2022, arXiv:2206.00364. A sample
 * divided by √(σ² + 1) has the variance that the model knows; the derivative of the sample after σ is the noise.
 */
abstract class SigmaDenoising implements Denoising {
    private final SigmaPath path;
    private final PredictionType prediction;
    private final boolean startsAtTheEndOfTraining;

    SigmaDenoising(SchedulerSettings settings, SigmaPath path) {
        this.path = path;
        this.prediction = settings.prediction();
        this.startsAtTheEndOfTraining = settings.spacing() != TimestepSpacing.LEADING;
    }

    /** Returns the step whose starting level is that of the sample which the model sees in a call. */
    int levelOf(int call) {
        return call;
    }

    SigmaPath path() {
        return path;
    }

    Mix derivative(int call) {
        NoiseLevel level = path.level(levelOf(call));
        return prediction.noise(level).ofSampleTimes(level.signal());
    }

    Mix data(int call) {
        NoiseLevel level = path.level(levelOf(call));
        return prediction.data(level).ofSampleTimes(level.signal());
    }

    /** Returns Euler's step along the derivative. */
    Mix straight(int call, double sigmaDifference) {
        return Mix.SAMPLE.plus(derivative(call).times(sigmaDifference));
    }

    @Override
    public int calls() {
        return path.steps();
    }

    @Override
    public double timestep(int call) {
        return path.time(levelOf(call));
    }

    /** Where the first level isn't the training's last, the data's variance is taken to be in the noise. */
    @Override
    public double initialNoiseScale() {
        double sigma = path.sigma(0);
        return startsAtTheEndOfTraining ? sigma : Math.sqrt(sigma * sigma + 1);
    }

    @Override
    public float[] modelInput(int call, float[] sample) {
        return Blend.of(path.level(levelOf(call)).signal(), sample).values();
    }
}
