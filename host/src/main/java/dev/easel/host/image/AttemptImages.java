package dev.easel.host.image;

import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.util.List;

/** The images that one attempt writes; its sinks are safe for use by several threads. */
public interface AttemptImages extends AutoCloseable {

    /**
     * Returns the sinks.
     *
     * @return one for each image, ordered by index
     */
    List<ImageSink> sinks();

    /**
     * Ends writing, checks every image, and makes them durable.
     *
     * <p>Afterwards the sinks refuse to be opened or written. Images are synced to the disk together with their folder.
     *
     * @return what was published, ordered by index
     * @throws UnacceptableImageException if a sink was not written, or holds no image that is served or one beyond the
     *     limits; names every such image
     * @throws IOException if the store cannot be written
     * @throws IllegalStateException if it was published, tried to be, or closed before
     */
    List<ImageInfo> publish() throws IOException, UnacceptableImageException;

    /** Ends writing and, unless {@link #publish()} succeeded, deletes what was written. */
    @Override
    void close();
}
