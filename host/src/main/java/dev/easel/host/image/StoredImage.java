package dev.easel.host.image;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** A published image; immutable and safe for use by several threads. */
public interface StoredImage {

    /**
     * Returns the media type, as read from the bytes.
     *
     * @return for example {@code image/png}
     */
    String mediaType();

    /**
     * Returns the length.
     *
     * @return bytes, at least 1
     */
    long size();

    /**
     * Returns the SHA-256 of the bytes.
     *
     * @return 64 lower-case hexadecimal digits
     */
    String sha256();

    /**
     * Returns when the image was published.
     *
     * @return an instant of the host's clock
     */
    Instant publishedAt();

    /**
     * Opens the bytes from an offset on.
     *
     * @param offset how many bytes to skip, from 0 to {@link #size()}
     * @return a new stream, to be closed by the caller
     * @throws IOException if the image is gone or unreadable
     * @throws IllegalArgumentException if the offset lies outside of the image
     */
    InputStream open(long offset) throws IOException;
}
