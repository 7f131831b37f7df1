package dev.easel.diffusion.scheduler;

/** The variants of DPM-Solver++ and UniPC; for a variant of the other, each takes its own usual one. */
public enum SolverType implements Named {
    /** DPM-Solver++'s usual one. */
    MIDPOINT("midpoint"),
    /** DPM-Solver++ with the exact integral of the second term. */
    HEUN("heun"),
    /** Only for other rules. */
    LOGRHO("logrho"),
    /** UniPC with B(h) = h. */
    BH1("bh1"),
    /** UniPC's usual one, B(h) = eʰ − 1. */
    BH2("bh2");

    private final String configurationName;

    SolverType(String configurationName) {
        this.configurationName = configurationName;
    }

    /**
     * Returns what {@code solver_type} calls it.
     *
     * @return such as {@code midpoint}
     */
    @Override
    public String configurationName() {
        return configurationName;
    }
}
