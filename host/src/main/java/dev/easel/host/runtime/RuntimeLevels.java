package dev.easel.host.runtime;

import java.util.Arrays;

/**
 * The middle and the ninetieth percentile of what a provider takes now, as logarithms of seconds for one image.
 *
 * @param typical the recent level
 * @param cautious at least the typical one
 */
record RuntimeLevels(double typical, double cautious) {
    private static final double CAUTIOUS_SHARE = 0.9;

    /** After so many runs, one counts half as much for the level. */
    private static final double LEVEL_HALF_LIFE = 12;

    /** After so many runs, one counts half as much for the spread. */
    private static final double SPREAD_HALF_LIFE = 40;

    /** What a run may take more as long as few are known. */
    private static final double UNKNOWN_SPREAD = Math.log(1.25);

    /** A single run that took so much longer than any other is an outlier. */
    private static final double LONE = Math.log(1.8);

    /**
     * Reads a series.
     *
     * @param levels logarithms of seconds for one image, the most recent first; zero levels if there are none
     */
    static RuntimeLevels of(double[] levels) {
        if (levels.length == 0) {
            return new RuntimeLevels(0, 0);
        }
        int recent = ChangePoint.length(levels);
        double typical = level(levels, 0, recent);
        WeightedSample spread = new WeightedSample();
        addDeviations(spread, levels, 0, recent, typical);
        for (int from = recent; from < levels.length; ) {
            int count = ChangePoint.length(Arrays.copyOfRange(levels, from, levels.length));
            addDeviations(spread, levels, from, from + count, level(levels, from, from + count));
            from += count;
        }
        spread.dropLoneGreatest(LONE);
        spread.add(UNKNOWN_SPREAD, 1);
        return new RuntimeLevels(typical, typical + Math.max(0, spread.quantile(CAUTIOUS_SHARE)));
    }

    private static double level(double[] levels, int from, int to) {
        WeightedSample sample = new WeightedSample();
        for (int i = from; i < to; i++) {
            sample.add(levels[i], Math.pow(0.5, (i - from) / LEVEL_HALF_LIFE));
        }
        return sample.median();
    }

    private static void addDeviations(WeightedSample spread, double[] levels, int from, int to, double level) {
        for (int i = from; i < to; i++) {
            spread.add(levels[i] - level, Math.pow(0.5, i / SPREAD_HALF_LIFE));
        }
    }
}
