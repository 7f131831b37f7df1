package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.png.Picture;

/**
 * A picture as CLIP sees it: the shorter side made to fit, the middle cut out, normalised, as CLIP's image processor of
 * Hugging Face does it.
 */
final class ClipView {
    private static final double[] MEAN = {0.48145466, 0.4578275, 0.40821073};
    private static final double[] DEVIATION = {0.26862954, 0.26130258, 0.27577711};
    private static final double BRIGHTEST = 255;

    private ClipView() {}

    /** Returns the red, the green and the blue plane of a square. */
    static float[] of(Picture picture, int size) {
        int shorter = Math.min(picture.width(), picture.height());
        Resampling columns = resampling(picture.width(), shorter, size);
        Resampling rows = resampling(picture.height(), shorter, size);
        float[] values = new float[MEAN.length * size * size];
        for (int colour = 0; colour < MEAN.length; colour++) {
            double[][] plane = resampled(plane(picture, 16 - 8 * colour), columns, rows);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    values[(colour * size + y) * size + x] =
                            (float) ((plane[y][x] / BRIGHTEST - MEAN[colour]) / DEVIATION[colour]);
                }
            }
        }
        return values;
    }

    private static Resampling resampling(int length, int shorter, int size) {
        int whole = (int) ((long) size * length / shorter);
        return new Resampling(length, whole, (whole - size) / 2, size);
    }

    private static double[][] plane(Picture picture, int shift) {
        double[][] plane = new double[picture.height()][picture.width()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                plane[y][x] = picture.pixel(x, y) >> shift & 0xFF;
            }
        }
        return plane;
    }

    private static double[][] resampled(double[][] plane, Resampling columns, Resampling rows) {
        double[][] narrow = new double[plane.length][];
        for (int y = 0; y < plane.length; y++) {
            narrow[y] = columns.apply(plane[y]);
        }
        return resampledDown(narrow, rows);
    }

    private static double[][] resampledDown(double[][] narrow, Resampling rows) {
        int width = narrow[0].length;
        double[][] result = new double[rows.length()][width];
        double[] column = new double[narrow.length];
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < narrow.length; y++) {
                column[y] = narrow[y][x];
            }
            double[] shrunk = rows.apply(column);
            for (int y = 0; y < shrunk.length; y++) {
                result[y][x] = shrunk[y];
            }
        }
        return result;
    }
}
