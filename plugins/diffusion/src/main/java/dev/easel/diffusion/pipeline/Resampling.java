package dev.easel.diffusion.pipeline;

/**
 * Makes a row of brightnesses longer or shorter by bicubic interpolation (Keys, 1981, with a = −½), over more of them
 * where it gets shorter, with results of 8 bits, as Pillow does it.
 */
final class Resampling {
    private static final double SHARPNESS = -0.5;
    private static final double REACH = 2;
    private static final double BRIGHTEST = 255;

    private final int[] first;
    private final double[][] weights;

    /** Prepares a part of the result: so many from the first on, of a whole of a length. */
    Resampling(int from, int whole, int first, int length) {
        this.first = new int[length];
        weights = new double[length][];
        double scale = (double) from / whole;
        double stretch = Math.max(1, scale);
        for (int i = 0; i < length; i++) {
            double centre = (first + i + 0.5) * scale;
            int begin = Math.max(0, (int) (centre - REACH * stretch + 0.5));
            int end = Math.min(from, (int) (centre + REACH * stretch + 0.5));
            this.first[i] = begin;
            weights[i] = weights(begin, end, centre, stretch);
        }
    }

    private static double[] weights(int begin, int end, double centre, double stretch) {
        double[] weights = new double[end - begin];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = cubic(Math.abs((begin + i - centre + 0.5) / stretch));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double cubic(double x) {
        if (x < 1) {
            return ((SHARPNESS + 2) * x - (SHARPNESS + 3)) * x * x + 1;
        }
        return x < REACH ? (((x - 5) * x + 8) * x - 4) * SHARPNESS : 0;
    }

    /** Returns how long the result is. */
    int length() {
        return first.length;
    }

    double[] apply(double[] row) {
        double[] result = new double[first.length];
        for (int i = 0; i < result.length; i++) {
            double sum = 0;
            for (int j = 0; j < weights[i].length; j++) {
                sum += weights[i][j] * row[first[i] + j];
            }
            result[i] = Math.max(0, Math.min(BRIGHTEST, Math.rint(sum)));
        }
        return result;
    }
}
