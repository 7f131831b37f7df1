package dev.easel.host.runtime;

import java.util.Arrays;

/** Finds where a series changed for good, and is not misled by single values. */
final class ChangePoint {
    /** Fewer values than this may be outliers. */
    private static final int FEWEST = 2;

    /** How many earlier values later ones are compared with. */
    private static final int MEMORY = 30;

    /** Standard deviations of the rank sum beyond which two parts of a series differ. */
    private static final double SIGNIFICANT = 3.3;

    /** Medians that are less apart than this are no change worth forgetting for. */
    private static final double SMALL = Math.log(1.15);

    /** So far beyond everything before, even the fewest values are a change. */
    private static final double LARGE = Math.log(1.8);

    private ChangePoint() {}

    /**
     * Counts the values since the last change.
     *
     * @param values the most recent first
     * @return how many of the first values belong together; all, if nothing changed
     */
    static int length(double[] values) {
        double best = 0;
        int length = values.length;
        for (int count = FEWEST; count < values.length; count++) {
            double[] recent = Arrays.copyOfRange(values, 0, count);
            double[] earlier = Arrays.copyOfRange(values, count, Math.min(values.length, count + MEMORY));
            double strength = strength(recent, earlier);
            if (strength > best) {
                best = strength;
                length = count;
            }
        }
        return length;
    }

    /** How sure a change is; 0 if it is not. */
    private static double strength(double[] recent, double[] earlier) {
        double rankSum = Math.abs(standardized(recent, earlier));
        boolean significant = rankSum >= SIGNIFICANT && Math.abs(median(recent) - median(earlier)) >= SMALL;
        return significant || isBeyond(recent, earlier) ? rankSum : 0;
    }

    private static boolean isBeyond(double[] recent, double[] earlier) {
        return earlier.length >= FEWEST && (min(recent) - max(earlier) >= LARGE || min(earlier) - max(recent) >= LARGE);
    }

    /** The rank sum of Mann and Whitney in standard deviations from what it is when nothing changed. */
    private static double standardized(double[] recent, double[] earlier) {
        double greater = 0;
        for (double a : recent) {
            for (double b : earlier) {
                greater += a > b ? 1 : a < b ? 0 : 0.5;
            }
        }
        double pairs = (double) recent.length * earlier.length;
        return (greater - pairs / 2) / Math.sqrt(pairs * (recent.length + earlier.length + 1) / 12);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double min(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
