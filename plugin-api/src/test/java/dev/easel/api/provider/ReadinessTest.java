package dev.easel.api.provider;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReadinessTest {
    @Test
    void needsReasonsExactlyWhereTheProviderCannotWork() {
        assertTrue(Readiness.ready().isReady());
        assertFalse(Readiness.notConfigured("set plugin.x.url").isReady());
        assertThrows(IllegalArgumentException.class, Readiness::notReady);
        assertThrows(
                IllegalArgumentException.class, () -> new Readiness(Readiness.State.READY, List.of("all is well")));
    }

    @Test
    void givesEveryReason() {
        assertEquals(
                List.of("no key", "no model"),
                Readiness.notReady("no key", "no model").reasons());
    }
}
