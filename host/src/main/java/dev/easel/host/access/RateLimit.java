package dev.easel.host.access;

import java.time.Duration;
import java.util.OptionalInt;

/** How often a caller may use an endpoint within {@link #WINDOW}; the numbers are those of Nextcloud's OCS page. */
public enum RateLimit {
    /** Ordering images. */
    SCHEDULE(OptionalInt.of(20)),
    /** Fetching a task by the documented verb; the deployed verb, which clients poll with, is not limited. */
    FETCH(OptionalInt.of(20)),
    /** Listing tasks. */
    LIST(OptionalInt.empty());

    /** The time within which calls are counted. */
    public static final Duration WINDOW = Duration.ofMinutes(2);

    private static final int GUEST_CALLS = 5;

    private final OptionalInt userCalls;

    RateLimit(OptionalInt userCalls) {
        this.userCalls = userCalls;
    }

    /** How many calls a caller has, all guests of one address together; empty for no limit. */
    OptionalInt calls(Caller caller) {
        return caller instanceof Caller.User ? userCalls : OptionalInt.of(GUEST_CALLS);
    }
}
