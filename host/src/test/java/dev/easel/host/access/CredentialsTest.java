package dev.easel.host.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CredentialsTest {
    private static final String TEXT = "0000-0000-1111-1111-1111-1111-1111-1111-1111";
    private static final AppPassword PASSWORD = new AppPassword("00000000", "1".repeat(28));

    @Test
    void basicNamesTheUserAndBearerDoesNot() {
        assertEquals(
                Optional.of(new Credentials(Optional.of("alice"), PASSWORD)),
                Credentials.parse(basic("alice:" + TEXT)));
        assertEquals(Optional.of(new Credentials(Optional.empty(), PASSWORD)), Credentials.parse("Bearer " + TEXT));
    }

    @Test
    void schemesAreReadWhateverTheirCaseAndSpaces() {
        assertTrue(Credentials.parse("bEARER   " + TEXT + " ").isPresent());
        assertTrue(Credentials.parse(basic("alice:" + TEXT).replace("Basic", "BASIC"))
                .isPresent());
    }

    @Test
    void namesAreUtf8() {
        assertEquals(
                Optional.of("狐"),
                Credentials.parse(basic("狐:" + TEXT)).orElseThrow().user());
        String latin1 =
                "Basic " + Base64.getEncoder().encodeToString(("é:" + TEXT).getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(Optional.empty(), Credentials.parse(latin1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Basic",
                "Bearer",
                "Bearer ",
                "Bearer secret",
                "Basic !!!",
                "Basic YWxpY2U=",
                "Basic YWxpY2U6c2VjcmV0",
                "Digest username=alice",
                TEXT
            })
    void whatIsMalformedIsNone(String header) {
        assertEquals(Optional.empty(), Credentials.parse(header));
    }

    @Test
    void theyMatchTheRightUserAndTheRightSecretOnly() {
        String salt = "ab";
        StoredPassword stored = new StoredPassword(new Caller.User("alice", 7, false), salt, PASSWORD.hash(salt));
        AppPassword other = new AppPassword("00000000", "1".repeat(27) + "2");
        assertTrue(new Credentials(Optional.of("alice"), PASSWORD).match(stored));
        assertTrue(new Credentials(Optional.empty(), PASSWORD).match(stored));
        assertFalse(new Credentials(Optional.of("Alice"), PASSWORD).match(stored));
        assertFalse(new Credentials(Optional.of("bob"), PASSWORD).match(stored));
        assertFalse(new Credentials(Optional.of("alice"), other).match(stored));
        assertFalse(new Credentials(Optional.empty(), other).match(stored));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
