package dev.easel.api.task;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A task as it was at one moment.
 *
 * @param id the task's public id: random, positive, at most 2<sup>53</sup> - 1, so that a JavaScript number holds it
 * @param status what has become of it
 * @param request what was asked for
 * @param completionExpectedAt when the result is expected, or was
 * @param outputImages the images, ordered by index; present only when {@link TaskStatus#SUCCESSFUL}
 */
public record Task(
        long id,
        TaskStatus status,
        TaskRequest request,
        Instant completionExpectedAt,
        Optional<List<OutputImage>> outputImages) {

    /** Checks that nothing is missing and copies the list of images. */
    public Task {
        Objects.requireNonNull(status, "status is null");
        Objects.requireNonNull(request, "request is null");
        Objects.requireNonNull(completionExpectedAt, "completionExpectedAt is null");
        outputImages = outputImages.map(List::copyOf);
    }

    /**
     * Returns the prompt.
     *
     * @return as it was given
     */
    public String input() {
        return request.input();
    }

    /**
     * Returns the application that asked.
     *
     * @return its id
     */
    public String appId() {
        return request.appId();
    }

    /**
     * Returns how many images were asked for.
     *
     * @return at least 1
     */
    public int numberOfImages() {
        return request.numberOfImages();
    }

    /**
     * Returns the application's own name for the task.
     *
     * @return possibly empty
     */
    public String identifier() {
        return request.identifier();
    }

    /**
     * Returns the user who asked.
     *
     * @return the user's id; empty for a guest
     */
    public Optional<String> userId() {
        return request.userId();
    }
}
