package dev.easel.host.task;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void guestsOfOneAddressWaitInOneLineWhateverTheirCookie() {
        assertEquals(
                Owner.guest("192.0.2.1", Optional.of("one")).turnKey(),
                Owner.guest("192.0.2.1", Optional.of("two")).turnKey());
    }
}
