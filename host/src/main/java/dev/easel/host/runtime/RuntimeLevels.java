package dev.easel.host.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The middle and the ninetieth percentile of the next run, as logarithms of seconds for one image.
 *
 * <p>Several {@link Forecast}s are tried on the runs that are known; the one that would have erred least is believed,
 * and its errors tell how far the next run may be from it.
 *
 * @param typical the level to expect
 * @param cautious at least the typical one
 */
record RuntimeLevels(double typical, double cautious) {
    private static final double CAUTIOUS_SHARE = 0.9;

    private static final List<Forecast> FORECASTS = List.of(Forecast.STEADY, Forecast.LIVELY, Forecast.TREND);

    /** After so many runs, an error counts half as much for the spread. */
    private static final double SPREAD_HALF_LIFE = 40;

    /** After so many runs, an error counts half as much for the choice of a forecast. */
    private static final double CHOICE_HALF_LIFE = 20;

    /** What a run may take more as long as few are known. */
    private static final double UNKNOWN_SPREAD = Math.log(1.12);

    /** A single run that took so much longer than any other is an outlier. */
    private static final double LONE = Math.log(1.8);

    private record Trial(Forecast forecast, WeightedSample errors, double usualError) {}

    /**
     * Reads a series.
     *
     * @param levels logarithms of seconds for one image, the most recent first; zero levels if there are none
     */
    static RuntimeLevels of(double[] levels) {
        if (levels.length == 0) {
            return new RuntimeLevels(0, 0);
        }
        List<double[]> unchanged = split(levels);
        Trial best = FORECASTS.stream()
                .map(forecast -> trial(forecast, unchanged))
                .min(Comparator.comparingDouble(Trial::usualError))
                .orElseThrow();
        WeightedSample errors = best.errors();
        errors.dropLoneGreatest(LONE);
        errors.add(UNKNOWN_SPREAD, 1);
        double typical = best.forecast().next(unchanged.get(0));
        return new RuntimeLevels(typical, typical + Math.max(0, errors.quantile(CAUTIOUS_SHARE)));
    }

    private static List<double[]> split(double[] levels) {
        List<double[]> parts = new ArrayList<>();
        double[] rest = levels;
        while (rest.length > 0) {
            int length = ChangePoint.length(rest);
            parts.add(Arrays.copyOf(rest, length));
            rest = Arrays.copyOfRange(rest, length, rest.length);
        }
        return parts;
    }

    private static Trial trial(Forecast forecast, List<double[]> unchanged) {
        WeightedSample errors = new WeightedSample();
        WeightedSample sizes = new WeightedSample();
        int age = 0;
        for (double[] part : unchanged) {
            for (int i = 0; i + 1 < part.length; i++) {
                double error = part[i] - forecast.next(Arrays.copyOfRange(part, i + 1, part.length));
                double weight = Math.pow(0.5, (age + i) / SPREAD_HALF_LIFE);
                errors.add(error, weight);
                sizes.add(Math.abs(error), Math.pow(0.5, (age + i) / CHOICE_HALF_LIFE));
            }
            age += part.length;
        }
        return new Trial(forecast, errors, sizes.size() == 0 ? 0 : sizes.median() * forecast.handicap());
    }
}
