package dev.easel.diffusion.scheduler;

import dev.easel.diffusion.noise.NoiseSource;

/** DPM-Solver++ 2M, a multistep method over the data: algorithm 2 of Lu et al. 2022, arXiv:2211.01095. */
final class DpmSolver extends PathDenoising {
    /** With as many steps or more, diffusers doesn't lower the order of the last for the sake of stability. */
    private static final int MANY_STEPS = 15;

    private final SolverSettings solver;
    private final History datas = new History(2);

    DpmSolver(SchedulerSettings settings, StepPath path) {
        super(settings, path);
        this.solver = settings.solver();
    }

    @Override
    public float[] step(int call, float[] sample, float[] modelOutput, NoiseSource noise) {
        datas.add(data(call).of(sample, modelOutput));
        ExponentialStep step = ExponentialStep.between(path().level(call), path().level(call + 1));
        Blend next = Blend.of(step.sample(), sample).plus(step.data(), datas.back(0));
        if (hasOrderOne(call)) {
            return next.values();
        }
        double previous = path().level(call).lambda() - path().level(call - 1).lambda();
        double difference = secondTerm(step) * step.h() / previous;
        return next.plus(difference, datas.back(0))
                .plus(-difference, datas.back(1))
                .values();
    }

    private boolean hasOrderOne(int call) {
        return solver.order() == 1 || call == 0 || (call == calls() - 1 && lastHasOrderOne());
    }

    private boolean lastHasOrderOne() {
        return solver.eulerAtFinal()
                || (solver.lowerOrderFinal() && path().steps() < MANY_STEPS)
                || path().level(path().steps()).equals(NoiseLevel.CLEAN);
    }

    /** Returns what the data's change over the step counts, if it goes on as before. */
    private double secondTerm(ExponentialStep step) {
        boolean exact = solver.type() == SolverType.HEUN && step.h() != 0;
        return exact ? step.signal() - step.data() / step.h() : step.data() / 2;
    }
}
