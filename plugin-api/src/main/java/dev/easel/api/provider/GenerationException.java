package dev.easel.api.provider;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run failed, and the provider knows whose fault that is.
 *
 * <p>Made by {@link #requestAtFault}, {@link #providerAtFault} or {@link #lacking}. The message is in English, for
 * administrators; it holds no secret and no prompt.
 */
public final class GenerationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable Duration retryAfter;

    /** Whose fault a failure is, and so what the host does about it. */
    public enum Kind {
        /** The prompt or the number of images: the task fails, trying again would not help. */
        REQUEST,
        /** The provider, for now: the task is tried again later. */
        PROVIDER,
        /**
         * Something is missing, like memory, a model or a valid key: the provider counts as not ready until its
         * {@link TextToImageProvider#readiness()} says otherwise, and the task waits.
         */
        LACKING
    }

    private GenerationException(Kind kind, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /**
     * The request can never work, for example because the prompt breaks the rules of a service.
     *
     * @param message why
     * @return an exception of kind {@link Kind#REQUEST}
     */
    public static GenerationException requestAtFault(String message) {
        return new GenerationException(Kind.REQUEST, message, null, null);
    }

    /**
     * The provider failed and may work later; the host chooses when.
     *
     * @param message what failed
     * @param cause what it came from, or null
     * @return an exception of kind {@link Kind#PROVIDER}
     */
    public static GenerationException providerAtFault(String message, @Nullable Throwable cause) {
        return new GenerationException(Kind.PROVIDER, message, null, cause);
    }

    /**
     * The provider failed and should be asked again after a delay.
     *
     * @param message what failed
     * @param retryAfter how long to wait at least, not negative
     * @param cause what it came from, or null
     * @return an exception of kind {@link Kind#PROVIDER}
     */
    public static GenerationException providerAtFault(String message, Duration retryAfter, @Nullable Throwable cause) {
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("retryAfter is negative: " + retryAfter);
        }
        return new GenerationException(Kind.PROVIDER, message, retryAfter, cause);
    }

    /**
     * The provider lacks something that the run needs.
     *
     * @param message what is missing and what to do about it
     * @param cause what it came from, or null
     * @return an exception of kind {@link Kind#LACKING}
     */
    public static GenerationException lacking(String message, @Nullable Throwable cause) {
        return new GenerationException(Kind.LACKING, message, null, cause);
    }

    /**
     * Returns whose fault the failure is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns how long the host should wait at least before it tries again.
     *
     * @return the delay; empty if the provider named none
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
