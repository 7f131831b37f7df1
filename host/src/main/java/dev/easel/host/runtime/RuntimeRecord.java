package dev.easel.host.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * What a finished run adds to the history of its provider; kept to the millisecond.
 *
 * @param provider the provider's id
 * @param pluginVersion the version of its plugin
 * @param images how many images were asked for, at least 1
 * @param ran how long the provider worked, not negative
 * @param waited how long the task had waited for it, not negative
 * @param outcome how it ended
 * @param cold whether it was the provider's first run after loading
 * @param at when it ended
 */
public record RuntimeRecord(
        String provider,
        String pluginVersion,
        int images,
        Duration ran,
        Duration waited,
        Outcome outcome,
        boolean cold,
        Instant at) {

    /**
     * Makes a record.
     *
     * @throws IllegalArgumentException if there are no images or a duration is negative
     */
    public RuntimeRecord {
        if (images < 1 || ran.isNegative() || waited.isNegative()) {
            throw new IllegalArgumentException("A run of " + images + " images that took " + ran + " after " + waited
                    + " cannot be; give at least one image and no negative durations");
        }
    }

    /** How a run ended. */
    public enum Outcome {
        /** It made its images; only such runs say how long a provider takes. */
        SUCCESSFUL(1),
        /** The request can never work. */
        REQUEST_AT_FAULT(2),
        /** The provider failed and may work later. */
        PROVIDER_AT_FAULT(3),
        /** The provider lacked something. */
        LACKING(4),
        /** It was cancelled. */
        CANCELLED(5);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        /** What stands in the database; never changes. */
        int code() {
            return code;
        }

        static Outcome of(int code) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("The database holds a run with the outcome " + code
                            + "; known are 1 to " + values().length));
        }
    }
}
