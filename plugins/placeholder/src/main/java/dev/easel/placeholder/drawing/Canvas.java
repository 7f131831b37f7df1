package dev.easel.placeholder.drawing;

import java.awt.geom.Path2D;

/**
 * Pixels that shapes are filled on, with smooth edges.
 *
 * <p>Colours between two steps of a channel are dithered with a fixed pattern, so that gradients show no bands. For use
 * by one thread.
 */
public final class Canvas {
    private static final double FLATNESS = 0.03;
    private static final float LEAST_COVERAGE = 1 / 512f;
    private static final float[] THRESHOLDS = thresholds();

    private final int width;
    private final int height;
    private final int[] pixels;
    private final Coverage coverage;
    private final float[] colour = new float[4];

    /**
     * Makes a black canvas.
     *
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    public Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        coverage = new Coverage(width, height);
    }

    /**
     * Returns the canvas' width.
     *
     * @return in pixels
     */
    public int width() {
        return width;
    }

    /**
     * Returns the canvas' height.
     *
     * @return in pixels
     */
    public int height() {
        return height;
    }

    /**
     * Returns a pixel.
     *
     * @param x its column, from 0
     * @param y its row, from 0
     * @return its colour, {@code 0xRRGGBB}
     */
    public int pixel(int x, int y) {
        return pixels[y * width + x];
    }

    /**
     * Covers the whole canvas.
     *
     * @param paint the colour of each pixel
     */
    public void cover(Paint paint) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                blend(x, y, paint, 1);
            }
        }
    }

    /**
     * Fills a shape; what lies outside the canvas is cut off.
     *
     * @param shape its outline, in pixels
     * @param paint the colour of each pixel
     */
    public void fill(Path2D shape, Paint paint) {
        coverage.reset();
        coverage.add(shape.getPathIterator(null, FLATNESS));
        for (int y = coverage.top(); y < coverage.bottom(); y++) {
            fillRow(y, paint);
        }
    }

    private void fillRow(int y, Paint paint) {
        int right = coverage.right();
        float sum = 0;
        for (int x = coverage.left(); x < right; x++) {
            sum += coverage.take(x, y);
            float covered = Math.min(1, Math.abs(sum));
            if (covered > LEAST_COVERAGE) {
                blend(x, y, paint, covered > 1 - LEAST_COVERAGE ? 1 : covered);
            }
        }
        coverage.clear(right, y);
    }

    private void blend(int x, int y, Paint paint, float covered) {
        paint.shade(x, y, colour);
        float opacity = colour[3] * covered;
        float threshold = THRESHOLDS[((y & 7) << 3) | (x & 7)];
        int at = y * width + x;
        pixels[at] = opacity < 1 ? over(pixels[at], opacity, threshold) : opaque(threshold);
    }

    private int opaque(float threshold) {
        int red = (int) (colour[0] + threshold);
        int green = (int) (colour[1] + threshold);
        int blue = (int) (colour[2] + threshold);
        return (red << 16) | (green << 8) | blue;
    }

    private int over(int old, float opacity, float threshold) {
        int red = mix((old >> 16) & 0xFF, colour[0], opacity, threshold);
        int green = mix((old >> 8) & 0xFF, colour[1], opacity, threshold);
        int blue = mix(old & 0xFF, colour[2], opacity, threshold);
        return (red << 16) | (green << 8) | blue;
    }

    private static int mix(int old, float fresh, float opacity, float threshold) {
        return (int) (old + (fresh - old) * opacity + threshold);
    }

    /** The ordered dither of Bayer: each of 64 levels once in 8 by 8 pixels. */
    private static float[] thresholds() {
        float[] thresholds = new float[64];
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                int level = 0;
                for (int bit = 0; bit < 3; bit++) {
                    int quarter = (((x >> bit) & 1) * 2) ^ (((y >> bit) & 1) * 3);
                    level = (level << 2) | quarter;
                }
                thresholds[(y << 3) | x] = (level + 0.5f) / 64.1f;
            }
        }
        return thresholds;
    }
}
