package dev.easel.diffusion.png;

import java.nio.FloatBuffer;

/** A picture of 8 bits per channel; immutable. */
public final class Picture {

    /**
     * Makes a picture of what a decoder answers, rounded as diffusers rounds it.
     *
     * @param values the red, the green and the blue plane, from −1 to 1, from the buffer's position on, which is left
     *     as it is; what is beyond is cut, NaN is black
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     * @return the picture
     * @throws IllegalArgumentException if there aren't three planes of this size
     */
    public static Picture decoded(FloatBuffer values, int width, int height) {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns the width.
     *
     * @return in pixels
     */
    public int width() {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns the height.
     *
     * @return in pixels
     */
    public int height() {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns a colour.
     *
     * @param x from 0 at the left
     * @param y from 0 at the top
     * @return red, green and blue, the last in the lowest 8 bits
     */
    public int pixel(int x, int y) {
        throw new UnsupportedOperationException();
    }
}
