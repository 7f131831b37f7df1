package dev.easel.host.task;

import dev.easel.host.image.ImageInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a run ended. */
sealed interface RunOutcome {

    /** Why there are no images, in English; empty if there are. */
    default String reason() {
        return "";
    }

    /** The images are published. */
    record Succeeded(List<ImageInfo> images) implements RunOutcome {}

    /** The request can never work. */
    record RequestAtFault(String reason) implements RunOutcome {}

    /** The provider failed and may work later, at the earliest after a delay that it asked for. */
    record ProviderAtFault(String reason, Optional<Duration> retryAfter) implements RunOutcome {}

    /** The provider lacks something; it counts as not ready until it says otherwise. */
    record Lacking(String reason) implements RunOutcome {}

    /** The task was deleted, or this host stops. */
    record Cancelled() implements RunOutcome {
        @Override
        public String reason() {
            return "the run was cancelled";
        }
    }
}
