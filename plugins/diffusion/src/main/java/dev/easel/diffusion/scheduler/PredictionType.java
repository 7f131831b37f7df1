package dev.easel.diffusion.scheduler;

/** What a model was trained to answer, and how that gives the data x₀ and the noise ε of a sample x = αx₀ + σε. */
public enum PredictionType implements Named {
    /** The noise. */
    EPSILON("epsilon") {
        @Override
        Mix data(NoiseLevel level) {
            return new Mix(1 / level.signal(), -level.noise() / level.signal());
        }

        @Override
        Mix noise(NoiseLevel level) {
            return Mix.OUTPUT;
        }
    },
    /** The data. */
    SAMPLE("sample") {
        @Override
        Mix data(NoiseLevel level) {
            return Mix.OUTPUT;
        }

        @Override
        Mix noise(NoiseLevel level) {
            return new Mix(1 / level.noise(), -level.signal() / level.noise());
        }
    },
    /** The velocity v = αε − σx₀, Salimans and Ho 2022, arXiv:2202.00512. */
    V_PREDICTION("v_prediction") {
        @Override
        Mix data(NoiseLevel level) {
            return new Mix(level.signal(), -level.noise());
        }

        @Override
        Mix noise(NoiseLevel level) {
            return new Mix(level.noise(), level.signal());
        }
    };

    private final String configurationName;

    PredictionType(String configurationName) {
        this.configurationName = configurationName;
    }

    /** Returns how the data come of a sample at that level. */
    abstract Mix data(NoiseLevel level);

    /** Returns how the noise comes of a sample at that level, which has some. */
    abstract Mix noise(NoiseLevel level);

    /**
     * Returns what {@code prediction_type} calls it.
     *
     * @return such as {@code v_prediction}
     */
    @Override
    public String configurationName() {
        return configurationName;
    }
}
