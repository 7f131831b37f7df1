package dev.easel.diffusion.scheduler;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rules that there are; those that end in Karras take their noise levels from Karras et al., arXiv:2206.00364. */
public enum SchedulerKind implements Named {
    /** Denoising diffusion implicit models, Song et al. 2020, arXiv:2010.02502. */
    DDIM("ddim", "DDIMScheduler", TimestepSpacing.LEADING),
    /** Euler's method over noise levels, Karras et al. 2022, arXiv:2206.00364. */
    EULER("euler", "EulerDiscreteScheduler", TimestepSpacing.LINSPACE),
    /** {@link #EULER} over Karras' noise levels. */
    EULER_KARRAS("euler-karras", "EulerDiscreteScheduler", TimestepSpacing.LINSPACE),
    /** Euler's method that puts fresh noise in with every step. */
    EULER_ANCESTRAL("euler-ancestral", "EulerAncestralDiscreteScheduler", TimestepSpacing.LINSPACE),
    /** DPM-Solver++ in its multistep form, Lu et al. 2022, arXiv:2211.01095. */
    DPM_SOLVER("dpm-solver++", "DPMSolverMultistepScheduler", TimestepSpacing.LINSPACE),
    /** {@link #DPM_SOLVER} over Karras' noise levels. */
    DPM_SOLVER_KARRAS("dpm-solver++-karras", "DPMSolverMultistepScheduler", TimestepSpacing.LINSPACE),
    /** Pseudo numerical methods without Runge-Kutta steps, Liu et al. 2022, arXiv:2202.09778. */
    PNDM("pndm", "PNDMScheduler", TimestepSpacing.LEADING),
    /** Latent consistency models, Luo et al. 2023, arXiv:2310.04378. */
    LCM("lcm", "LCMScheduler", TimestepSpacing.LEADING),
    /** A predictor and a corrector of one form, Zhao et al. 2023, arXiv:2302.04867. */
    UNIPC("unipc", "UniPCMultistepScheduler", TimestepSpacing.LINSPACE),
    /** {@link #UNIPC} over Karras' noise levels. */
    UNIPC_KARRAS("unipc-karras", "UniPCMultistepScheduler", TimestepSpacing.LINSPACE),
    /** Heun's method over noise levels, Karras et al. 2022, arXiv:2206.00364; two calls of the model for a step. */
    HEUN("heun", "HeunDiscreteScheduler", TimestepSpacing.LINSPACE),
    /** {@link #HEUN} over Karras' noise levels. */
    HEUN_KARRAS("heun-karras", "HeunDiscreteScheduler", TimestepSpacing.LINSPACE);

    private static final String KARRAS = "-karras";

    private final String configurationName;
    private final String className;
    private final TimestepSpacing defaultSpacing;

    SchedulerKind(String configurationName, String className, TimestepSpacing defaultSpacing) {
        this.configurationName = configurationName;
        this.className = className;
        this.defaultSpacing = defaultSpacing;
    }

    /**
     * Returns the kind that an administrator means.
     *
     * @param name such as {@code dpm-solver++-karras}
     * @return empty if no kind is called so; {@link #names()} lists them
     */
    public static Optional<SchedulerKind> named(String name) {
        return Named.find(values(), name);
    }

    /**
     * Returns the names that an administrator can use.
     *
     * @return all of them, separated by commas
     */
    public static String names() {
        return Named.list(values());
    }

    /** Returns the kind without Karras' noise levels that diffusers calls so. */
    static Optional<SchedulerKind> ofClass(String className) {
        return Arrays.stream(values())
                .filter(kind -> kind.className.equals(className))
                .findFirst();
    }

    /** Returns the class names that diffusers uses, for people. */
    static String classNames() {
        return Arrays.stream(values()).map(kind -> kind.className).distinct().collect(Collectors.joining(", "));
    }

    /** Returns the same rule over Karras' noise levels; empty if it has none. */
    Optional<SchedulerKind> withKarras() {
        return karras() ? Optional.of(this) : named(configurationName + KARRAS);
    }

    boolean karras() {
        return configurationName.endsWith(KARRAS);
    }

    /** Returns the spacing that diffusers takes where the file names none. */
    TimestepSpacing defaultSpacing() {
        return defaultSpacing;
    }

    /**
     * Returns what an administrator calls it.
     *
     * @return such as {@code dpm-solver++-karras}
     */
    @Override
    public String configurationName() {
        return configurationName;
    }
}
