package dev.easel.host.image;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where images lie; safe for use by several threads and, where it is shared, by several hosts.
 *
 * <p>A run writes its images under its own attempt's name. They are visible to nobody until the caller, having
 * {@linkplain AttemptImages#publish() published} them, has stored what was published; until then they are leftovers
 * that may be deleted.
 */
public interface ImageStore {

    /** How many parts a store has for {@link #attempts}. */
    int PARTS = 256;

    /**
     * Begins to write the images of one attempt.
     *
     * @param taskId the task's public id
     * @param attempt the number of the attempt; what an earlier use of the same number left is deleted
     * @param count how many images, at least 1
     * @return empty sinks
     * @throws IOException if the store cannot be written
     */
    AttemptImages begin(long taskId, int attempt, int count) throws IOException;

    /**
     * Finds a published image.
     *
     * @param taskId the task's public id
     * @param attempt the attempt that was published
     * @param image what was published
     * @return the image; empty if its file is gone
     */
    Optional<StoredImage> find(long taskId, int attempt, ImageInfo image);

    /**
     * Lists what lies in one part of the store, published or not.
     *
     * @param part 0 to {@link #PARTS} - 1
     * @param before only what was not touched since
     * @return the numbers of attempts by task id; none for a task of which only an empty place is left
     * @throws IOException if the store cannot be read
     */
    Map<Long, Set<Integer>> attempts(int part, Instant before) throws IOException;

    /**
     * Deletes all images of a task, of every attempt; does nothing if there are none.
     *
     * @param taskId the task's public id
     * @throws IOException if something could not be deleted
     */
    void delete(long taskId) throws IOException;

    /**
     * Deletes the images of one attempt, published or not; does nothing if there are none.
     *
     * @param taskId the task's public id
     * @param attempt the attempt's number
     * @throws IOException if something could not be deleted
     */
    void delete(long taskId, int attempt) throws IOException;
}
