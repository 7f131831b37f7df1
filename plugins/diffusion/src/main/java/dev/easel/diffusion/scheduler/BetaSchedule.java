package dev.easel.diffusion.scheduler;

/** How the variance β of the noise that a training step adds grows with the steps. */
public enum BetaSchedule implements Named {
    /** By equal amounts. */
    LINEAR("linear") {
        @Override
        double beta(double from, double to, double progress) {
            return from + (to - from) * progress;
        }
    },
    /** Its square root by equal amounts, as in latent diffusion. */
    SCALED_LINEAR("scaled_linear") {
        @Override
        double beta(double from, double to, double progress) {
            double root = LINEAR.beta(Math.sqrt(from), Math.sqrt(to), progress);
            return root * root;
        }
    },
    /** So that what is left of the data follows a squared cosine, Nichol and Dhariwal 2021, arXiv:2102.09672. */
    SQUARED_COSINE("squaredcos_cap_v2") {
        @Override
        double beta(double from, double to, double progress) {
            throw new UnsupportedOperationException("this schedule has no bounds");
        }

        @Override
        double[] betas(int steps, double from, double to) {
            double[] betas = new double[steps];
            for (int i = 0; i < steps; i++) {
                double left = cosine((i + 1.0) / steps) / cosine((double) i / steps);
                betas[i] = Math.min(1 - left, LARGEST_BETA);
            }
            return betas;
        }
    };

    private static final double LARGEST_BETA = 0.999;

    private final String configurationName;

    BetaSchedule(String configurationName) {
        this.configurationName = configurationName;
    }

    abstract double beta(double from, double to, double progress);

    /** Returns β of every step, of which there are at least 2. */
    double[] betas(int steps, double from, double to) {
        double[] betas = new double[steps];
        for (int i = 0; i < steps; i++) {
            betas[i] = beta(from, to, i / (steps - 1.0));
        }
        return betas;
    }

    private static double cosine(double progress) {
        double cosine = Math.cos((progress + 0.008) / 1.008 * Math.PI / 2);
        return cosine * cosine;
    }

    /**
     * Returns what {@code beta_schedule} calls it.
     *
     * @return such as {@code scaled_linear}
     */
    @Override
    public String configurationName() {
        return configurationName;
    }
}
