package dev.easel.host.access;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Guests: their sessions, and what they may see. */
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

    @Test
    void aGuestMaySeeAnyGuestsTaskAndAUserOnlyTheirOwn() {
        Caller guest = new Caller.Guest("192.0.2.1", Optional.of(session.hash()));
        Caller alice = new Caller.User("alice", true);
        assertEquals(true, guest.mayAccess(task(null)));
        assertEquals(false, guest.mayAccess(task("alice")));
        assertEquals(true, alice.mayAccess(task("alice")));
        assertEquals(false, alice.mayAccess(task("bob")));
        assertEquals(false, alice.mayAccess(task(null)));
    }

    private static Task task(@Nullable String user) {
        TaskRequest request = TaskRequest.of("a red fox", "my_app", 1).withUserId(user);
        return new Task(1, TaskStatus.SCHEDULED, request, Instant.EPOCH, Optional.empty());
    }

    @Test
    void withoutUsersEveryoneIsAGuestOrNobodyIs() {
        RequestFacts facts = new RequestFacts(
                Optional.of("Basic whatever"),
                Optional.of(session.value()),
                "[::ffff:192.0.2.1]",
                false,
                Optional.empty());
        assertEquals(
                new Authentication.Known(new Caller.Guest("192.0.2.1", Optional.of(session.hash()))),
                new GuestAuthenticator(true).authenticate(facts));
        assertEquals(new Authentication.NotLoggedIn(), new GuestAuthenticator(false).authenticate(facts));
    }
}
