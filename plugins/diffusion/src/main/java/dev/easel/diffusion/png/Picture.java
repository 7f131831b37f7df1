package dev.easel.diffusion.png;

import java.nio.FloatBuffer;

/** A picture of 8 bits per channel, red, green and blue; immutable. */
public final class Picture {
    static final int CHANNELS = 3;

    private static final int BRIGHTEST = 255;

    private final int width;
    private final int height;
    private final byte[] samples;

    private Picture(int width, int height, byte[] samples) {
        this.width = width;
        this.height = height;
        this.samples = samples;
    }

    /**
     * Makes a picture of what a decoder answers, rounded as in diffusers: {@code (x / 2 + 0.5).clamp(0, 1) * 255},
     * halves to the even number.
     *
     * @param values the red, the green and the blue plane, from −1 to 1, from the buffer's position on, which stays
     *     where it is; numbers beyond are cut, NaN is black
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @return the picture
     * @throws IllegalArgumentException if a size is less than 1 or the buffer has less than three planes of that size
     */
    public static Picture decoded(FloatBuffer values, int width, int height) {
        if (width < 1 || height < 1 || (long) CHANNELS * width * height > values.remaining()) {
            throw new IllegalArgumentException(
                    "%d × %d pixels need at least 1 × 1 and 3 numbers each, but there are %d numbers"
                            .formatted(width, height, values.remaining()));
        }
        int plane = width * height;
        byte[] samples = new byte[CHANNELS * plane];
        int start = values.position();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sample(values.get(start + i % CHANNELS * plane + i / CHANNELS));
        }
        return new Picture(width, height, samples);
    }

    private static byte sample(float value) {
        float brightness = Math.min(Math.max(value / 2 + 0.5f, 0), 1);
        return (byte) Math.rint(brightness * BRIGHTEST);
    }

    /**
     * Returns the width.
     *
     * @return in pixels, at least 1
     */
    public int width() {
        return width;
    }

    /**
     * Returns the height.
     *
     * @return in pixels, at least 1
     */
    public int height() {
        return height;
    }

    /**
     * Returns a colour.
     *
     * @param x from 0 at the left
     * @param y from 0 at the top
     * @return red, green and blue, the last in the lowest 8 bits; the upper 8 bits are 0
     */
    public int pixel(int x, int y) {
        int at = CHANNELS * (y * width + x);
        int red = Byte.toUnsignedInt(samples[at]);
        int green = Byte.toUnsignedInt(samples[at + 1]);
        int blue = Byte.toUnsignedInt(samples[at + 2]);
        return (red << 16) | (green << 8) | blue;
    }

    /** Copies the samples of a row, red, green and blue of one pixel after the other. */
    void copyRow(int y, byte[] row) {
        System.arraycopy(samples, y * row.length, row, 0, row.length);
    }
}
