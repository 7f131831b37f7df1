package dev.easel.api.provider;

import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link TextToImageProvider#generate} is asked for, besides the number of images.
 *
 * <p>The host makes it; a plugin's tests make their own with {@link #forPrompt}. Safe for use by several threads.
 */
public final class GenerationRequest {
    private final String prompt;
    private final @Nullable String userId;
    private final Cancellation cancellation;
    private final DoubleConsumer progress;

    private GenerationRequest(Builder builder) {
        prompt = builder.prompt;
        userId = builder.userId;
        cancellation = builder.cancellation;
        progress = builder.progress;
    }

    /**
     * Begins a request that has a prompt and nothing else yet.
     *
     * @param prompt see {@link #prompt()}
     * @return a builder
     */
    public static Builder forPrompt(String prompt) {
        return new Builder(prompt);
    }

    /**
     * Returns the text to make images from.
     *
     * @return as the client gave it: any characters, never blank, at most 64,000 characters. It may be private: do not
     *     log it at INFO or above
     */
    public String prompt() {
        return prompt;
    }

    /**
     * Returns the user for whom the images are made.
     *
     * @return the user's id; empty for a guest
     */
    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    /**
     * Returns what tells the provider to give up.
     *
     * @return the cancellation of this run
     */
    public Cancellation cancellation() {
        return cancellation;
    }

    /**
     * Says how much of the work of this call is done.
     *
     * @param fraction from 0 to 1; what lies outside is taken as the nearer bound, and what is not a number is ignored
     */
    public void progress(double fraction) {
        if (!Double.isNaN(fraction)) {
            progress.accept(Math.max(0, Math.min(1, fraction)));
        }
    }

    /** Collects the parts of a {@link GenerationRequest}; for use by one thread. */
    public static final class Builder {
        private final String prompt;
        private @Nullable String userId;
        private Cancellation cancellation = Cancellation.never();
        private DoubleConsumer progress = fraction -> {};

        private Builder(String prompt) {
            this.prompt = Objects.requireNonNull(prompt, "prompt is null");
        }

        /**
         * Sets the user; without it the request is a guest's.
         *
         * @param userId the user's id, or null for a guest
         * @return this
         */
        public Builder userId(@Nullable String userId) {
            this.userId = userId;
            return this;
        }

        /**
         * Sets what cancels the run; without it, nothing does.
         *
         * @param cancellation see {@link GenerationRequest#cancellation()}
         * @return this
         */
        public Builder cancellation(Cancellation cancellation) {
            this.cancellation = Objects.requireNonNull(cancellation, "cancellation is null");
            return this;
        }

        /**
         * Sets who hears of progress; without it, nobody does.
         *
         * @param progress gets fractions from 0 to 1, from any thread
         * @return this
         */
        public Builder progress(DoubleConsumer progress) {
            this.progress = Objects.requireNonNull(progress, "progress is null");
            return this;
        }

        /**
         * Makes the request.
         *
         * @return a request with what was set
         */
        public GenerationRequest build() {
            return new GenerationRequest(this);
        }
    }
}
