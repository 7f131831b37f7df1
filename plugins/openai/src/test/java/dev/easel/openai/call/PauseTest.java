package dev.easel.openai.call;

import dev.easel.api.provider.Cancellation;
import dev.easel.api.provider.GenerationException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PauseTest {
    private final Pause pause = new Pause("test", Clock.fixed(Instant.EPOCH.plusSeconds(1_000_000), ZoneOffset.UTC));

    @Test
    void withoutAPauseNobodyWaits() {
        assertDoesNotThrow(() -> pause.await(Cancellation.never()));
    }

    @Test
    void theLongestPauseThatWasAskedForCounts() {
        pause.begin(Duration.ofSeconds(90));
        pause.begin(Duration.ofSeconds(20));
        assertEquals(Duration.ofSeconds(90), refusedFor());
    }

    @Test
    void aPauseOfADayIsOfTenMinutesForTheOthers() {
        pause.begin(Duration.ofDays(1));
        assertEquals(Duration.ofMinutes(10), refusedFor());
    }

    private Duration refusedFor() {
        GenerationException refused = assertThrows(GenerationException.class, () -> pause.await(Cancellation.never()));
        return refused.retryAfter().orElseThrow();
    }
}
