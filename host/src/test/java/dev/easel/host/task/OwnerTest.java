package dev.easel.host.task;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OwnerTest {
    @Test
    void aUserAGuestAndAPluginOfTheSameNameTakeTurnsWithEachOther() {
        List<String> keys = List.of(
                Owner.user("x").turnKey(),
                Owner.guest("x", Optional.empty()).turnKey(),
                Owner.plugin("x").turnKey());
        assertEquals(3, keys.stream().distinct().count(), keys.toString());
    }

    @Test
    void guestsMaySeeEachOthersTasksAndUsersTheirOwn() {
        Owner alice = Owner.user("alice", 1);
        Owner guest = Owner.guest("192.0.2.1", Optional.of("one"));
        Owner otherGuest = Owner.guest("192.0.2.2", Optional.empty());
        assertTrue(alice.mayAccessTasksOf(alice));
        assertTrue(guest.mayAccessTasksOf(otherGuest));
        assertTrue(guest.mayAccessTasksOf(Owner.plugin("gallery")));
        for (Owner other : List.of(guest, Owner.user("bob", 1), Owner.user("alice", 2), Owner.user("alice"))) {
            assertFalse(alice.mayAccessTasksOf(other));
            assertFalse(other.mayAccessTasksOf(alice));
        }
    }

    @Test
    void usersOfTheSameNameTakeTurnsWithEachOtherAndOrderUnderKeysOfTheirOwn() {
        List<Owner> alices = List.of(Owner.user("alice", 1), Owner.user("alice", 2), Owner.user("alice"));
        assertEquals(3, alices.stream().map(Owner::turnKey).distinct().count());
        assertEquals(
                3,
                alices.stream()
                        .map(owner -> OrderKey.of(owner, "order"))
                        .distinct()
                        .count());
        assertTrue(Owner.user("a".repeat(64), Long.MAX_VALUE).turnKey().length() <= 100);
    }

    @Test
    void guestsOfOneAddressWaitInOneLineWhateverTheirCookie() {
        assertEquals(
                Owner.guest("192.0.2.1", Optional.of("one")).turnKey(),
                Owner.guest("192.0.2.1", Optional.of("two")).turnKey());
    }
}
