package dev.easel.host.access;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AppPasswordTest {
    private static final String SALT = "00112233445566778899aabbccddeeff";

    private final AppPassword password = AppPassword.generate(new SecureRandom());

    @Test
    void itIsWrittenInNineGroupsOfFour() {
        assertTrue(password.text().matches("[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){8}"), password.text());
    }

    @Test
    void itIsReadBackHoweverItIsWritten() {
        Optional<AppPassword> expected = Optional.of(password);
        assertEquals(expected, AppPassword.parse(password.text()));
        assertEquals(expected, AppPassword.parse(password.text().replace("-", "")));
        assertEquals(expected, AppPassword.parse(password.text().replace('-', ' ')));
        assertEquals(expected, AppPassword.parse(password.text().toUpperCase(Locale.ROOT)));
        assertEquals(expected, AppPassword.parse(" " + password.text() + " "));
    }

    @Test
    void lettersThatLookAlikeAreReadAsTheSame() {
        String text = "01".repeat(18);
        assertEquals(AppPassword.parse(text), AppPassword.parse("Oi".repeat(9) + "oL".repeat(9)));
        assertEquals(Optional.of("01010101"), AppPassword.parseSelector("OIol-0l0i"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "0000-0000-0000-0000-0000-0000-0000-0000-000",
                "0000-0000-0000-0000-0000-0000-0000-0000-00000",
                "u000-0000-0000-0000-0000-0000-0000-0000-0000",
                "0000_0000-0000-0000-0000-0000-0000-0000-0000",
                "İ000-0000-0000-0000-0000-0000-0000-0000-0000"
            })
    void whatWasNeverOneOfOursIsNone(String text) {
        assertEquals(Optional.empty(), AppPassword.parse(text));
    }

    @Test
    void everyLetterOfTheAlphabetIsUsedAndNoPasswordComesTwice() {
        Set<Integer> letters = new HashSet<>();
        Set<String> passwords = new HashSet<>();
        SecureRandom random = new SecureRandom();
        for (int i = 0; i < 200; i++) {
            AppPassword next = AppPassword.generate(random);
            passwords.add(next.secret());
            next.secret().chars().forEach(letters::add);
        }
        assertEquals(32, letters.size());
        assertEquals(200, passwords.size());
    }

    @Test
    void theHashHangsOnSaltAndSecretAndNothingPrintsTheSecret() {
        assertEquals(password.hash(SALT), password.hash(SALT));
        assertNotEquals(password.hash(SALT), password.hash(SALT.replace('0', '1')));
        assertNotEquals(
                password.hash(SALT), AppPassword.generate(new SecureRandom()).hash(SALT));
        assertFalse(password.toString().contains(password.secret()));
        Credentials given = Credentials.parse("Bearer " + password.text()).orElseThrow();
        assertFalse(given.toString().contains(password.secret()));
    }
}
