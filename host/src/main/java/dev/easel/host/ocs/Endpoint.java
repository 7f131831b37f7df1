package dev.easel.host.ocs;

import dev.easel.host.access.Caller;
import dev.easel.host.access.RateLimit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A row of the table of routes.
 *
 * @param methods the HTTP methods
 * @param path below the version's prefix, with names of its parts in braces
 * @param guessable whether it tells apart ids that exist from those that don't, so that misses count
 * @param limit how often it may be called
 * @param uncounted which calls are not counted all the same
 * @param action what it does
 */
record Endpoint(
        List<String> methods,
        String path,
        boolean guessable,
        Optional<RateLimit> limit,
        BiPredicate<OcsCall, Caller> uncounted,
        Action action) {

    /** What an endpoint does once the call is admitted. */
    @FunctionalInterface
    interface Action {
        void handle(OcsCall call, Caller caller) throws IOException;
    }

    static Endpoint of(List<String> methods, String path, Action action) {
        return new Endpoint(methods, path, false, Optional.empty(), (call, caller) -> false, action);
    }

    Endpoint countingMisses() {
        return new Endpoint(methods, path, true, limit, uncounted, action);
    }

    Endpoint limitedBy(RateLimit newLimit) {
        return new Endpoint(methods, path, guessable, Optional.of(newLimit), uncounted, action);
    }

    Endpoint exceptFor(BiPredicate<OcsCall, Caller> calls) {
        return new Endpoint(methods, path, guessable, limit, calls, action);
    }
}
