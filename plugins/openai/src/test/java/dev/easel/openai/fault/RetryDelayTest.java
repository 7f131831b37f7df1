package dev.easel.openai.fault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RetryDelayTest {
    private final RetryDelay delay = new RetryDelay(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Retry-After | 7 | 7000",
                "Retry-After | 1.5 | 1500",
                "Retry-After | 0 | 0",
                "Retry-After | Sun, 22 Nov 2026 10:01:00 GMT | 60000",
                "Retry-After | Sun, 22 Nov 2026 09:00:00 GMT | 0",
                "Retry-After | 999999999 | 86400000",
                "retry-after-ms | 250 | 250"
            })
    void aDelayIsReadInEveryForm(String header, String value, long millis) {
        assertEquals(Optional.of(Duration.ofMillis(millis)), delay.in(Headers.of(header, value)));
    }

    @ParameterizedTest
    @CsvSource({"Retry-After, soon", "Retry-After, -5", "Retry-After, ''", "Retry-After, 5 minutes", "X-Other, 5"})
    void whatIsNoDelayIsNone(String header, String value) {
        assertEquals(Optional.empty(), delay.in(Headers.of(header, value)));
    }

    @Test
    void theLimitThatIsUsedUpAndRenewedLastCounts() {
        Headers headers = Headers.of(
                "x-ratelimit-remaining-requests", "0",
                "x-ratelimit-reset-requests", "1m30s",
                "x-ratelimit-remaining-images", "0",
                "x-ratelimit-reset-images", "20ms",
                "x-ratelimit-remaining-tokens", "17",
                "x-ratelimit-reset-tokens", "6h");
        assertEquals(Optional.of(Duration.ofSeconds(90)), delay.in(headers));
    }
}
