package dev.easel.host.image;

/**
 * A width and a height.
 *
 * @param width in pixels, from 0 to 2³² - 1
 * @param height in pixels, from 0 to 2³² - 1
 */
record PixelSize(long width, long height) {

    boolean isEmpty() {
        return width == 0 || height == 0;
    }

    /** Compares without multiplying, which could overflow. */
    boolean hasMorePixelsThan(long limit) {
        return !isEmpty() && width > limit / height;
    }

    /** Returns the smallest size that covers this and the other. */
    PixelSize union(PixelSize other) {
        return new PixelSize(Math.max(width, other.width), Math.max(height, other.height));
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
