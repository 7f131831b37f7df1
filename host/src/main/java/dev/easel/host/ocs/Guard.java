package dev.easel.host.ocs;

import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.Authentication;
import dev.easel.host.access.Caller;
import dev.easel.host.access.RateLimit;
import java.time.Duration;
import java.util.Optional;

/** Stands before every endpoint; the order of its checks is Nextcloud's. */
final class Guard {
    private final AccessLimits limits;

    Guard(AccessLimits limits) {
        this.limits = limits;
    }

    /** Refuses what must not reach an endpoint and counts what may. */
    Caller admit(OcsCall call, Endpoint endpoint) {
        Caller caller = requireLogin(call);
        requireApiHeader(call);
        if (endpoint.guessable()) {
            requireFewMisses(caller);
        }
        endpoint.limit()
                .filter(limit -> !endpoint.uncounted().test(call, caller))
                .ifPresent(limit -> requireFewCalls(call, caller, limit));
        return caller;
    }

    private static Caller requireLogin(OcsCall call) {
        if (call.authentication() instanceof Authentication.Known known) {
            return known.caller();
        }
        throw new OcsException(OcsReply.refusedCall(OcsVersion.UNAUTHORISED, "Current user is not logged in"));
    }

    private static void requireApiHeader(OcsCall call) {
        if (call.header("OCS-APIRequest").filter("true"::equals).isEmpty()) {
            throw new MissingApiHeaderException();
        }
    }

    private void requireFewMisses(Caller caller) {
        limits.blockedByMisses(caller).ifPresent(delay -> {
            throw tooManyMisses(delay);
        });
    }

    static OcsException tooManyMisses(Duration delay) {
        return new OcsException(
                OcsReply.refusedCall(429, "Reached maximum delay").withRetryAfter(delay));
    }

    private void requireFewCalls(OcsCall call, Caller caller, RateLimit limit) {
        Optional<Duration> delay = limits.admit(limit, caller);
        if (delay.isPresent()) {
            throw new OcsException(OcsReply.refusedFor("too-many-calls", 429, delay.get(), call.messages()));
        }
    }

    /** Lacks the header that a web page of another origin can't send: answered without an envelope. */
    static final class MissingApiHeaderException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingApiHeaderException() {
            super("OCS-APIRequest: true is missing", null, false, false);
        }
    }
}
