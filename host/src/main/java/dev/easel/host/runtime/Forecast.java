package dev.easel.host.runtime;

import java.util.Arrays;

/** Ways to expect the next value of a series in which nothing changed suddenly. */
enum Forecast {
    /** The middle of many values. */
    STEADY {
        @Override
        double next(double[] series) {
            return level(series, 0, STEADY_HALF_LIFE);
        }
    },

    /** The middle of the last few values. */
    LIVELY {
        @Override
        double next(double[] series) {
            return level(series, 0, LIVELY_HALF_LIFE);
        }
    },

    /**
     * The middle of the last values, had each gone on along their common slope: the median one, after Theil and Sen.
     */
    TREND {
        @Override
        double next(double[] series) {
            double[] recent = Arrays.copyOf(series, Math.min(series.length, TREND_LENGTH));
            if (recent.length < TREND_FEWEST) {
                return level(series, 0, STEADY_HALF_LIFE);
            }
            return level(recent, slope(recent), TREND_LENGTH);
        }
    };

    private static final double STEADY_HALF_LIFE = 24;
    private static final double LIVELY_HALF_LIFE = 4;
    private static final int TREND_LENGTH = 16;

    /** Fewer values have no trend. */
    private static final int TREND_FEWEST = 8;

    /**
     * Expects the value after a series.
     *
     * @param series the most recent first, at least one
     */
    abstract double next(double[] series);

    /** What an error counts when forecasts are compared; the quieter one is preferred where there is little between. */
    double handicap() {
        return this == STEADY ? 0.9 : 1;
    }

    private static double level(double[] series, double slope, double halfLife) {
        WeightedSample sample = new WeightedSample();
        for (int age = 0; age < series.length; age++) {
            sample.add(series[age] + slope * (age + 1), Math.pow(0.5, age / halfLife));
        }
        return sample.median();
    }

    private static double slope(double[] series) {
        double[] slopes = new double[series.length * (series.length - 1) / 2];
        int count = 0;
        for (int newer = 0; newer < series.length; newer++) {
            for (int older = newer + 1; older < series.length; older++) {
                slopes[count++] = (series[newer] - series[older]) / (older - newer);
            }
        }
        Arrays.sort(slopes);
        return slopes[slopes.length / 2];
    }
}
