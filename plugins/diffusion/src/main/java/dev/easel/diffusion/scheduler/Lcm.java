package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;

/** Finds the data and puts fresh noise in, less each time: multistep sampling of Luo et al. 2023, arXiv:2310.04378. */
final class Lcm extends PathDenoising {
    /** The deviation of the data that the boundary condition assumes, σ_data. */
    private static final double DATA_DEVIATION = 0.5;

    private final SolverSettings solver;

    Lcm(SchedulerSettings settings, StepPath path) {
        super(settings, path);
        this.solver = settings.solver();
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        boolean last = call == calls() - 1;
        NoiseLevel next = last ? NoiseLevel.CLEAN : path().level(call + 1);
        Blend data = consistent(call, next.signal(), sample, modelOutput);
        return last
                ? data.values()
                : data.plus(next.noise(), noise.draw(sample.length)).values();
    }

    /** Returns the data, times a factor; the nearer to time 0, the more of it is the sample itself. */
    private Blend consistent(int call, double factor, float[] sample, float[] modelOutput) {
        double time = path().time(call) * solver.timestepScaling();
        double distance = Math.hypot(time, DATA_DEVIATION);
        double ofData = factor * time / distance;
        double ofSample = factor * Math.pow(DATA_DEVIATION / distance, 2);
        Mix data = data(call);
        if (solver.clipRange().isPresent()) {
            float[] clipped =
                    data.clipped(sample, modelOutput, solver.clipRange().getAsDouble());
            return Blend.of(ofData, clipped).plus(ofSample, sample);
        }
        Mix mix = data.times(ofData).plus(Mix.SAMPLE.times(ofSample));
        return Blend.of(mix.sample(), sample).plus(mix.output(), modelOutput);
    }
}
