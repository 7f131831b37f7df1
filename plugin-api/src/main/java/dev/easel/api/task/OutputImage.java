package dev.easel.api.task;

import java.io.IOException;
import java.io.InputStream;

/** One image of a successful task; safe for use by several threads. */
public interface OutputImage {

    /**
     * Returns the image's index in its task.
     *
     * @return 0 for the first
     */
    int index();

    /**
     * Returns the media type, as read from the image's bytes.
     *
     * @return for example {@code image/png}
     */
    String mediaType();

    /**
     * Opens the image's bytes.
     *
     * @return a new stream, to be closed by the caller
     * @throws IOException if the image is gone, for example because its task was deleted
     */
    InputStream openStream() throws IOException;
}
