package dev.easel.host.ocs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them, after RFC 9110 section 5.6.7. */
final class HttpDates {
    private static final DateTimeFormatter IMF_FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    static String format(Instant instant) {
        return IMF_FIXDATE.format(instant);
    }

    /** Reads a date; what is none counts as not given, as the RFC says. */
    static Optional<Instant> parse(String date) {
        try {
            return Optional.of(IMF_FIXDATE.parse(date.trim(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** HTTP's dates have no fractions of seconds. */
    static Instant wholeSeconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
