package dev.easel.openai.fault;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads from an answer's headers how long to wait before the next request. */
public final class RetryDelay {
    private static final Duration LONGEST = Duration.ofDays(1);
    /** OpenAI's form, as in {@code 6m0s}, {@code 1.5s} or {@code 20ms}; a bare number is in seconds. */
    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|h|m|s|)");

    private final Clock clock;

    /**
     * Makes one.
     *
     * @param clock tells how far off a date is
     */
    public RetryDelay(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads {@code retry-after-ms}, else {@code Retry-After} (seconds or a date), else when the limits that are used up
     * are renewed.
     *
     * @param headers of an answer
     * @return from 0 to a day; empty if the headers do not say
     */
    public Optional<Duration> in(Headers headers) {
        return Stream.of(
                        milliseconds(headers.get("retry-after-ms")),
                        retryAfter(headers.get("Retry-After")),
                        renewal(headers))
                .flatMap(Optional::stream)
                .map(RetryDelay::withinBounds)
                .findFirst();
    }

    private Optional<Duration> retryAfter(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        return parts(value.strip()).or(() -> untilDate(value.strip()));
    }

    private Optional<Duration> untilDate(String value) {
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(clock.instant(), date.toInstant()));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> milliseconds(@Nullable String value) {
        return value == null || !value.strip().matches("\\d{1,9}(\\.\\d+)?")
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((long) Double.parseDouble(value.strip())));
    }

    /** Returns the longest time until a limit that is used up is renewed. */
    private static Optional<Duration> renewal(Headers headers) {
        return headers.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.matches("(x-)?ratelimit-remaining.*"))
                .filter(name -> Objects.equals(headers.get(name), "0"))
                .map(name -> headers.get(name.replace("-remaining", "-reset")))
                .flatMap(value -> value == null ? Stream.empty() : parts(value.strip()).stream())
                .max(Comparator.naturalOrder());
    }

    private static Optional<Duration> parts(String value) {
        Matcher part = PART.matcher(value);
        Duration sum = Duration.ZERO;
        int end = 0;
        while (end < value.length() && part.find(end) && part.start() == end) {
            sum = sum.plusMillis((long) (Double.parseDouble(part.group(1)) * millis(part.group(2))));
            end = part.end();
        }
        return value.isEmpty() || end < value.length() ? Optional.empty() : Optional.of(sum);
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "h" -> 3_600_000;
            case "m" -> 60_000;
            case "ms" -> 1;
            default -> 1000;
        };
    }

    private static Duration withinBounds(Duration delay) {
        return delay.isNegative() ? Duration.ZERO : delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
