package dev.easel.host.access;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** The sessions of guests. */
class GuestSessionTest {
    private final GuestSession session = GuestSession.create(new SecureRandom());

    @Test
    void aCookieIsFoundAgainByItsValueAndStoredAsAHash() {
        assertEquals(Optional.of(session), GuestSession.parse(session.value()));
        assertEquals(64, session.hash().length());
        assertFalse(session.hash().contains(session.value()));
        assertFalse(session.toString().contains(session.value()));
        assertNotEquals(session, GuestSession.create(new SecureRandom()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0123456789abcdef0123456789abcdeF", "0123456789abcdef0123456789abcdef0"})
    void whatWasNeverOneOfOursIsNoSession(String value) {
        assertEquals(Optional.empty(), GuestSession.parse(value));
    }
}
