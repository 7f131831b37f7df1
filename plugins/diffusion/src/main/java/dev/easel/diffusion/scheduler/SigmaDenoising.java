package dev.easel.diffusion.scheduler;

/**
 * The way of a rule whose samples are the data plus σ times noise: Karras et al. 2022, arXiv:2206.00364. A sample
 * divided by √(σ² + 1) has the variance that the model knows; the derivative of the sample after σ is the noise.
 */
abstract class SigmaDenoising extends PathDenoising {
    private final boolean startsAtTheEndOfTraining;

    SigmaDenoising(SchedulerSettings settings, StepPath path) {
        super(settings, path);
        this.startsAtTheEndOfTraining = settings.spacing() != TimestepSpacing.LEADING;
    }

    @Override
    final Mix data(int call) {
        return super.data(call).ofSampleTimes(inputScale(call));
    }

    @Override
    final Mix noise(int call) {
        return super.noise(call).ofSampleTimes(inputScale(call));
    }

    /** Returns Euler's step along the derivative. */
    final Mix straight(int call, double sigmaDifference) {
        return Mix.SAMPLE.plus(noise(call).times(sigmaDifference));
    }

    /** Where the first level isn't the training's last, the data's variance is taken to be in the noise. */
    @Override
    public final double initialNoiseScale() {
        double sigma = path().sigma(0);
        return startsAtTheEndOfTraining ? sigma : Math.hypot(sigma, 1);
    }

    @Override
    public final float[] modelInput(int call, float[] sample) {
        return Blend.of(inputScale(call), sample).values();
    }

    private double inputScale(int call) {
        return path().level(stepAt(call)).signal();
    }
}
