package dev.easel.api.task;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A wish for images.
 *
 * <p>The five parameters of Nextcloud's {@code OCP\TextToImage\Task}. Characters are counted as Unicode code points.
 *
 * @param input the prompt, 1 to {@value #MAX_INPUT} characters, not blank
 * @param appId the application that asks, 1 to {@value #MAX_NAME} characters
 * @param numberOfImages how many images are wanted, at least 1; the host has an upper bound of its own
 * @param userId the user who asks; empty for a guest
 * @param identifier the application's own name for the task, at most {@value #MAX_NAME} characters, possibly empty
 */
public record TaskRequest(String input, String appId, int numberOfImages, Optional<String> userId, String identifier) {

    /** How many characters an input may have. */
    public static final int MAX_INPUT = 64_000;

    /** How many characters an application's id and an identifier may have. */
    public static final int MAX_NAME = 255;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a value is out of bounds; names it, what was given and what is allowed
     */
    public TaskRequest {
        Objects.requireNonNull(userId, "userId is null");
        requireLength("input", input, 1, MAX_INPUT);
        requireLength("appId", appId, 1, MAX_NAME);
        requireLength("identifier", identifier, 0, MAX_NAME);
        if (input.isBlank()) {
            throw new IllegalArgumentException("input is blank; describe the image");
        }
        if (numberOfImages < 1) {
            throw new IllegalArgumentException("numberOfImages is " + numberOfImages + "; at least 1 is allowed");
        }
    }

    /**
     * Makes a guest's request with an empty identifier.
     *
     * @param input the prompt
     * @param appId the application that asks
     * @param numberOfImages how many images are wanted
     * @return a request, to be refined by {@link #withUserId} and {@link #withIdentifier}
     * @throws IllegalArgumentException if a value is out of bounds
     */
    public static TaskRequest of(String input, String appId, int numberOfImages) {
        return new TaskRequest(input, appId, numberOfImages, Optional.empty(), "");
    }

    /**
     * Returns the same request of another user.
     *
     * @param newUserId the user who asks, or null for a guest
     * @return a new request
     */
    public TaskRequest withUserId(@Nullable String newUserId) {
        return new TaskRequest(input, appId, numberOfImages, Optional.ofNullable(newUserId), identifier);
    }

    /**
     * Returns the same request with another identifier.
     *
     * @param newIdentifier the application's own name for the task
     * @return a new request
     * @throws IllegalArgumentException if it is too long
     */
    public TaskRequest withIdentifier(String newIdentifier) {
        return new TaskRequest(input, appId, numberOfImages, userId, newIdentifier);
    }

    private static void requireLength(String name, String value, int min, int max) {
        int length = value.codePointCount(0, value.length());
        if (length < min || length > max) {
            throw new IllegalArgumentException(
                    name + " has " + length + " characters; " + min + " to " + max + " are allowed");
        }
    }
}
