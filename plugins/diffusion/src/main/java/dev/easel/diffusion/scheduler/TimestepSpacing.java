package dev.easel.diffusion.scheduler;

/** How the times of the steps lie among those of the training: table 2 of Lin et al. 2023, arXiv:2305.08891. */
public enum TimestepSpacing implements Named {
    /** Equal whole distances from the first training step on, shifted by the offset; the last is seldom met. */
    LEADING("leading") {
        @Override
        double time(int index, int steps, int trainingSteps) {
            int distance = trainingSteps / steps;
            return (double) index * distance;
        }
    },
    /** Equal distances back from the last training step. */
    TRAILING("trailing") {
        @Override
        double time(int index, int steps, int trainingSteps) {
            return Math.rint(trainingSteps - (steps - 1 - index) * ((double) trainingSteps / steps)) - 1;
        }
    },
    /** Equal distances from the first training step to the last; one step starts at the last. */
    LINSPACE("linspace") {
        @Override
        double time(int index, int steps, int trainingSteps) {
            return steps == 1 ? trainingSteps - 1 : index * (trainingSteps - 1.0) / (steps - 1);
        }
    };

    private final String configurationName;

    TimestepSpacing(String configurationName) {
        this.configurationName = configurationName;
    }

    /** Returns a time; the index grows with it. */
    abstract double time(int index, int steps, int trainingSteps);

    /** Returns the times of the steps, the noisiest first; the offset counts for {@link #LEADING} only. */
    double[] times(int steps, int trainingSteps, int offset) {
        int shift = this == LEADING ? offset : 0;
        double[] times = new double[steps];
        for (int i = 0; i < steps; i++) {
            times[i] = time(steps - 1 - i, steps, trainingSteps) + shift;
        }
        return times;
    }

    /**
     * Returns what {@code timestep_spacing} calls it.
     *
     * @return such as {@code leading}
     */
    @Override
    public String configurationName() {
        return configurationName;
    }
}
