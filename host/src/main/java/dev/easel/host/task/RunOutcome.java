package dev.easel.host.task;

import dev.easel.host.image.ImageInfo;
import dev.easel.host.runtime.RuntimeRecord.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a run ended. */
sealed interface RunOutcome {

    /** The kind of this end, for the record of the provider's runtimes. */
    Outcome recorded();

    /** Why there are no images, in English; empty if there are. */
    default String reason() {
        return "";
    }

    /** The images are published. */
    record Succeeded(List<ImageInfo> images) implements RunOutcome {
        @Override
        public Outcome recorded() {
            return Outcome.SUCCESSFUL;
        }
    }

    /** The request can never work. */
    record RequestAtFault(String reason) implements RunOutcome {
        @Override
        public Outcome recorded() {
            return Outcome.REQUEST_AT_FAULT;
        }
    }

    /** The provider failed and may work later, at the earliest after a delay that it asked for. */
    record ProviderAtFault(String reason, Optional<Duration> retryAfter) implements RunOutcome {
        @Override
        public Outcome recorded() {
            return Outcome.PROVIDER_AT_FAULT;
        }
    }

    /** The provider lacks something; it counts as not ready until it says otherwise. */
    record Lacking(String reason) implements RunOutcome {
        @Override
        public Outcome recorded() {
            return Outcome.LACKING;
        }
    }

    /** The task was deleted, or this host stops, or the provider's plugin is unloaded. */
    record Cancelled() implements RunOutcome {
        @Override
        public Outcome recorded() {
            return Outcome.CANCELLED;
        }

        @Override
        public String reason() {
            return "the run was cancelled";
        }
    }
}
