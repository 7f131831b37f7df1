package dev.easel.api.provider;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes one image.
 *
 * <p>Each sink is written once, in any order, from any thread; different sinks may be written at the same time. The
 * host reads the image's type from its bytes.
 */
public interface ImageSink {

    /** How many bytes an image may have: 64 MiB. */
    long MAX_BYTES = 64L * 1024 * 1024;

    /** How many pixels an image may have, as the product of its width and its height: 100 million. */
    long MAX_PIXELS = 100_000_000;

    /**
     * Returns the image's index in its task, from 0.
     *
     * <p>A task that is split over several calls goes on counting, so a provider that derives its seed from the index
     * repeats nothing.
     *
     * @return the index
     */
    int index();

    /**
     * Opens the sink; the image is complete when the stream is closed.
     *
     * @return a buffered stream for the bytes of one PNG, JPEG, WebP, GIF or AVIF image of at most {@link #MAX_BYTES}
     *     bytes and {@link #MAX_PIXELS} pixels. Writing more bytes, or after the run has ended, fails with an
     *     {@link IOException}; an image that is incomplete, has more pixels or is of another format fails the run
     * @throws IOException if the image cannot be stored
     * @throws IllegalStateException if the sink was opened before
     */
    OutputStream openStream() throws IOException;

    /**
     * Writes a whole image.
     *
     * @param image the bytes of one PNG, JPEG, WebP, GIF or AVIF image, within the limits of {@link #openStream()}
     * @throws IOException as {@link #openStream()}
     * @throws IllegalStateException if the sink was opened before
     */
    default void write(byte[] image) throws IOException {
        try (OutputStream out = openStream()) {
            out.write(image);
        }
    }
}
