package dev.easel.host.image;

import dev.easel.api.provider.ImageSink;

/**
 * What an image may measure at most.
 *
 * @param bytes the longest file
 * @param pixels the greatest product of width and height
 */
record ImageLimits(long bytes, long pixels) {

    /** What plugin authors are told. */
    static final ImageLimits DEFAULT = new ImageLimits(ImageSink.MAX_BYTES, ImageSink.MAX_PIXELS);
}
