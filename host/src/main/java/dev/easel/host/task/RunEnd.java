package dev.easel.host.task;

/** How a run ended, as those see it who only count. */
public enum RunEnd {
    /** The images are there. */
    SUCCESSFUL,
    /** The request can never work. */
    REQUEST_AT_FAULT,
    /** The provider failed. */
    PROVIDER_AT_FAULT,
    /** The provider lacks something. */
    LACKING,
    /** The task was deleted, or the host stops. */
    CANCELLED;

    static RunEnd of(RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Succeeded) {
            return SUCCESSFUL;
        } else if (outcome instanceof RunOutcome.RequestAtFault) {
            return REQUEST_AT_FAULT;
        } else if (outcome instanceof RunOutcome.ProviderAtFault) {
            return PROVIDER_AT_FAULT;
        }
        return outcome instanceof RunOutcome.Lacking ? LACKING : CANCELLED;
    }
}
