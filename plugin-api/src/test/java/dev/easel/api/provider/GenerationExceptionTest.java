package dev.easel.api.provider;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class GenerationExceptionTest {
    @Test
    void saysWhoseFaultItIs() {
        assertEquals(
                GenerationException.Kind.REQUEST,
                GenerationException.requestAtFault("refused").kind());
        assertEquals(
                GenerationException.Kind.PROVIDER,
                GenerationException.providerAtFault("busy", null).kind());
        assertEquals(
                GenerationException.Kind.LACKING,
                GenerationException.lacking("no key", null).kind());
    }

    @Test
    void mayAskForADelay() {
        Duration delay = Duration.ofSeconds(7);
        assertEquals(
                Optional.of(delay),
                GenerationException.providerAtFault("busy", delay, null).retryAfter());
        assertEquals(
                Optional.empty(),
                GenerationException.providerAtFault("busy", null).retryAfter());
        assertThrows(
                IllegalArgumentException.class,
                () -> GenerationException.providerAtFault("busy", delay.negated(), null));
    }
}
