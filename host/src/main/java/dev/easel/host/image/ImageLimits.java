package dev.easel.host.image;

/**
 * What an image may measure at most.
 *
 * @param bytes the longest file
 * @param pixels the greatest product of width and height
 */
record ImageLimits(long bytes, long pixels) {

    /** What plugin authors are told at {@link dev.easel.api.provider.ImageSink#openStream()}. */
    static final ImageLimits DEFAULT = new ImageLimits(64L * 1024 * 1024, 100_000_000);
}
