package dev.easel.diffusion.scheduler;

/** Makes the rules that {@link SchedulerSettings} describe. */
public final class Schedulers {
    private Schedulers() {}

    /**
     * Returns a rule.
     *
     * @param settings what it is
     * @return the rule
     */
    public static Scheduler of(SchedulerSettings settings) {
        NoiseTable table = NoiseTable.of(settings);
        StepTimes times = new StepTimes(settings);
        SigmaPaths sigmas = new SigmaPaths(settings, table, times);
        boolean endsClean = settings.solver().alphaToOne();
        return switch (settings.kind()) {
            case DDIM -> steps -> new Ddim(settings, StepPath.ofTrainingSteps(times.whole(steps), table, endsClean));
            case PNDM -> steps -> new Pndm(settings, StepPath.ofTrainingSteps(times.whole(steps), table, endsClean));
            case LCM -> steps -> new Lcm(settings, StepPath.ofTrainingSteps(times.distilled(steps), table, true));
            case EULER, EULER_KARRAS -> steps -> new Euler(settings, sigmas.ofSigmaMethod(steps));
            case EULER_ANCESTRAL -> steps -> new EulerAncestral(settings, sigmas.ofSigmaMethod(steps));
            case HEUN, HEUN_KARRAS -> steps -> new Heun(settings, sigmas.ofSigmaMethod(steps));
            case DPM_SOLVER, DPM_SOLVER_KARRAS -> steps -> new DpmSolver(settings, sigmas.ofMultistep(steps));
            case UNIPC, UNIPC_KARRAS -> steps -> new UniPc(settings, sigmas.ofMultistep(steps));
        };
    }
}
