package dev.easel.openai.call;

import dev.easel.api.provider.GenerationException;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How hard a run tries before it gives a failure back to the host; for use by one thread.
 *
 * <p>The host would try a failed task again as a whole, and so have images made, and paid, that are there already. So
 * once a task has images, its run tries a little longer itself.
 */
final class Persistence {
    private static final int MOST_FAILURES = 3;
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final DoubleSupplier random;
    private boolean hasImages;
    private int failures;
    private boolean hopeless;

    /**
     * Makes one.
     *
     * @param hasImages whether the task has images from earlier calls
     * @param random numbers from 0 to 1
     */
    Persistence(boolean hasImages, DoubleSupplier random) {
        this.hasImages = hasImages;
        this.random = random;
    }

    void succeeded() {
        hasImages = true;
        failures = 0;
    }

    /** Has the next failure be the last, as what it left cannot be done again. */
    void giveUp() {
        hopeless = true;
    }

    /**
     * Says how long to wait before the same request is sent again.
     *
     * @throws GenerationException the failure itself, if the host shall deal with it
     */
    Duration delayAfter(GenerationException failed) {
        failures++;
        Duration asked = failed.retryAfter().orElse(Duration.ZERO);
        boolean worthIt = hasImages && !hopeless && failures < MOST_FAILURES;
        if (failed.kind() != GenerationException.Kind.PROVIDER || !worthIt || asked.compareTo(LONGEST) > 0) {
            throw scattered(failed);
        }
        Duration backoff = FIRST.multipliedBy(1L << failures);
        Duration jittered = Duration.ofMillis((long) (backoff.toMillis() * (0.5 + random.getAsDouble() / 2)));
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }

    /** Has tasks that were put off together return apart, a little later than the service asked for. */
    private GenerationException scattered(GenerationException failed) {
        return failed.retryAfter()
                .map(asked -> asked.plusMillis((long) (asked.toMillis() * random.getAsDouble() / 10)))
                .map(delay -> GenerationException.providerAtFault(
                        String.valueOf(failed.getMessage()), delay, failed.getCause()))
                .orElse(failed);
    }
}
