package dev.easel.host.ocs;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client prefers, after RFC 7240: an answer at once, or after so many seconds at most.
 *
 * @param respondAsync whether the client would rather not wait
 * @param patience how long it is ready to wait; empty if it doesn't say
 */
record Prefer(boolean respondAsync, Optional<Duration> patience) {
    private static final Pattern WAIT = Pattern.compile("wait\\s*=\\s*\"?(\\d{1,9})\"?");

    /** Reads the values of all {@code Prefer} headers; of a repeated preference the first counts. */
    static Prefer parse(Iterable<String> headers) {
        boolean respondAsync = false;
        Optional<Duration> patience = Optional.empty();
        for (String preference : preferences(headers)) {
            respondAsync |= preference.equals("respond-async");
            patience = patience.or(() -> waitOf(preference));
        }
        return new Prefer(respondAsync, patience);
    }

    private static List<String> preferences(Iterable<String> headers) {
        StringJoiner all = new StringJoiner(",");
        headers.forEach(all::add);
        return List.of(all.toString().toLowerCase(Locale.ROOT).split(",", -1)).stream()
                .map(preference -> preference.split(";", 2)[0].trim())
                .toList();
    }

    private static Optional<Duration> waitOf(String preference) {
        Matcher matcher = WAIT.matcher(preference);
        return matcher.matches() ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    /** Lowers a budget; together the two mean: wait so long, then answer without the result (RFC 7240 section 4.3). */
    Duration lower(Duration budget) {
        if (patience.isPresent()) {
            return patience.get().compareTo(budget) < 0 ? patience.get() : budget;
        }
        return respondAsync ? Duration.ZERO : budget;
    }

    /**
     * The value of {@code Preference-Applied}; empty if nothing was preferred that was done.
     *
     * @param granted how long the client was let wait
     */
    Optional<String> applied(Duration granted) {
        StringJoiner applied = new StringJoiner(", ");
        if (respondAsync) {
            applied.add("respond-async");
        }
        patience.filter(wanted -> wanted.isZero() || !granted.isZero())
                .ifPresent(duration -> applied.add("wait=" + duration.toSeconds()));
        return applied.length() == 0 ? Optional.empty() : Optional.of(applied.toString());
    }
}
