package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;

/**
 * UniPC over the data: every call first corrects the sample by what the model says at it, then predicts the next one;
 * Zhao et al. 2023, arXiv:2302.04867.
 */
final class UniPc extends PathDenoising {
    private final SolverSettings solver;
    private final History datas = new History(2);
    private float[] corrected = {};

    UniPc(SchedulerSettings settings, StepPath path) {
        super(settings, path);
        this.solver = settings.solver();
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        float[] data = data(call).of(sample, modelOutput);
        corrected = call == 0 ? sample : correct(call - 1, data);
        datas.add(data);
        return predict(call);
    }

    private float[] predict(int step) {
        ExponentialStep exponential = exponential(step);
        Blend next = start(exponential);
        if (order(step) == 1) {
            return next.values();
        }
        double weight = scale(exponential) / 2 / distance(step);
        return next.plus(weight, datas.back(1)).plus(-weight, datas.back(0)).values();
    }

    /** Makes a step again, now that the data at its end are known. */
    private float[] correct(int step, float[] dataAtEnd) {
        ExponentialStep exponential = exponential(step);
        double scale = scale(exponential);
        if (order(step) == 1) {
            return start(exponential)
                    .plus(scale / 2, dataAtEnd)
                    .plus(-scale / 2, datas.back(0))
                    .values();
        }
        Weights weights = weights(exponential, scale, distance(step));
        double ofEarlier = scale * weights.earlier() / distance(step);
        double ofEnd = scale * weights.end();
        return start(exponential)
                .plus(ofEarlier, datas.back(1))
                .plus(ofEnd, dataAtEnd)
                .plus(-ofEarlier - ofEnd, datas.back(0))
                .values();
    }

    private ExponentialStep exponential(int step) {
        return ExponentialStep.between(path().level(step), path().level(step + 1));
    }

    private Blend start(ExponentialStep step) {
        return Blend.of(step.sample(), corrected).plus(step.data(), datas.back(0));
    }

    private int order(int step) {
        boolean last = step == path().steps() - 1;
        boolean lowered = last
                && (solver.lowerOrderFinal() || path().level(path().steps()).equals(NoiseLevel.CLEAN));
        return step == 0 || lowered ? 1 : solver.order();
    }

    /** Returns r, where the step before started, in steps of this one: below 0. */
    private double distance(int step) {
        double start = path().level(step).lambda();
        return (path().level(step - 1).lambda() - start)
                / (path().level(step + 1).lambda() - start);
    }

    /** Returns −αB(−h): B is one of the two that the paper tries. */
    private double scale(ExponentialStep step) {
        return solver.type() == SolverType.BH1 ? step.signal() * step.h() : step.data();
    }

    /** Solves the equations of the corrector's weights for two terms. */
    private static Weights weights(ExponentialStep step, double scale, double distance) {
        double h = -step.h();
        double phi2 = Math.expm1(h) / h - 1;
        double phi3 = phi2 / h - 0.5;
        double b = -scale / step.signal();
        double first = phi2 / b;
        double second = 2 * phi3 / b;
        double earlier = (first - second) / (1 - distance);
        return new Weights(earlier, first - earlier);
    }

    private record Weights(double earlier, double end) {}
}
