package dev.easel.diffusion.scheduler;

/**
 * Data of a normal distribution around 0, for which everything is known: the answer of a perfect model, and where the
 * probability flow of Song et al. 2020, arXiv:2011.13456, takes a sample. Its noise is Stable Diffusion's, told here
 * once more in other words.
 */
record GaussianData(double deviation, PredictionType prediction) implements SchedulerFixture.Model {
    private static final int TRAINING_STEPS = 1000;
    private static final double[] SIGMAS = sigmas();

    @Override
    public float[] answer(float[] input, double timestep) {
        double sigma = sigma(timestep);
        double signal = 1 / Math.sqrt(1 + sigma * sigma);
        double noise = sigma * signal;
        double variance = signal * signal * deviation * deviation + noise * noise;
        double data = signal * deviation * deviation / variance;
        double noiseFound = noise / variance;
        double factor = switch (prediction) {
            case EPSILON -> noiseFound;
            case SAMPLE -> data;
            case V_PREDICTION -> signal * noiseFound - noise * data;
        };
        return Blend.of(factor, input).values();
    }

    /** Returns by what the flow multiplies a sample of the training's variance on the way from one time to another. */
    double flow(double fromTime, double toTime) {
        return spread(toTime) / spread(fromTime);
    }

    /** Returns by what the flow to the data multiplies a sample. */
    double flowToData(double fromTime) {
        return deviation / spread(fromTime);
    }

    /** Returns the deviation of samples at a time. */
    private double spread(double time) {
        double sigma = sigma(time);
        return Math.sqrt((deviation * deviation + sigma * sigma) / (1 + sigma * sigma));
    }

    static double signal(double time) {
        double sigma = sigma(time);
        return 1 / Math.sqrt(1 + sigma * sigma);
    }

    static double sigma(double time) {
        int low = (int) Math.floor(time);
        int high = (int) Math.ceil(time);
        return SIGMAS[low] + (time - low) * (SIGMAS[high] - SIGMAS[low]);
    }

    private static double[] sigmas() {
        double[] sigmas = new double[TRAINING_STEPS];
        double left = 1;
        for (int i = 0; i < TRAINING_STEPS; i++) {
            double root = Math.sqrt(0.00085) + i / 999.0 * (Math.sqrt(0.012) - Math.sqrt(0.00085));
            left *= 1 - root * root;
            sigmas[i] = Math.sqrt(1 / left - 1);
        }
        return sigmas;
    }
}
