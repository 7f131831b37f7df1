package dev.easel.host.ocs;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Evaluates conditional requests in the order of RFC 9110 section 13.2.2, for a representation that exists.
 *
 * @param header finds a request's header by name
 * @param tag the representation's strong entity tag, with its quotes
 * @param lastModified when the representation came into being, in whole seconds
 */
record Preconditions(Function<String, Optional<String>> header, String tag, Instant lastModified) {

    /** What is to be done. */
    enum Outcome {
        /** Answer as if there were no conditions. */
        PROCEED,
        /** Answer 304: the client has what it asks for. */
        NOT_MODIFIED,
        /** Answer 412: the client wanted something else. */
        FAILED
    }

    /** Evaluates the conditions of a request by GET or HEAD. */
    Outcome evaluate() {
        if (!wantsThis()) {
            return Outcome.FAILED;
        }
        return hasThis() ? Outcome.NOT_MODIFIED : Outcome.PROCEED;
    }

    private boolean wantsThis() {
        return header.apply("If-Match")
                .map(list -> EntityTags.matchStrongly(list, tag))
                .orElseGet(() -> !date("If-Unmodified-Since")
                        .filter(lastModified::isAfter)
                        .isPresent());
    }

    private boolean hasThis() {
        return header.apply("If-None-Match")
                .map(list -> EntityTags.matchWeakly(list, tag))
                .orElseGet(() -> date("If-Modified-Since")
                        .filter(date -> !lastModified.isAfter(date))
                        .isPresent());
    }

    /** Tells whether a range may be served: without {@code If-Range}, or if that names this representation exactly. */
    boolean rangeApplies() {
        return header.apply("If-Range")
                .map(value -> value.contains("\"")
                        ? !value.trim().equals("*") && EntityTags.matchStrongly(value, tag)
                        : HttpDates.parse(value).filter(lastModified::equals).isPresent())
                .orElse(true);
    }

    private Optional<Instant> date(String name) {
        return header.apply(name).flatMap(HttpDates::parse);
    }
}
