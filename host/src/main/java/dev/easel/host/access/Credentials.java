package dev.easel.host.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * What an {@code Authorization} header says: RFC 7617 (Basic) or RFC 6750 (Bearer).
 *
 * @param user the user's name, where the scheme has one
 * @param password an app password
 */
record Credentials(Optional<String> user, AppPassword password) {

    /**
     * Reads a header.
     *
     * @return empty if it is malformed, or holds what can be no app password
     */
    static Optional<Credentials> parse(String header) {
        int space = header.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        String value = header.substring(space).strip();
        return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "basic" -> decode(value).flatMap(Credentials::ofPair);
            case "bearer" -> AppPassword.parse(value).map(password -> new Credentials(Optional.empty(), password));
            default -> Optional.empty();
        };
    }

    private static Optional<Credentials> ofPair(String pair) {
        int colon = pair.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : AppPassword.parse(pair.substring(colon + 1))
                        .map(password -> new Credentials(Optional.of(pair.substring(0, colon)), password));
    }

    private static Optional<String> decode(String base64) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** Tells whether these are the credentials of a stored password. */
    boolean match(StoredPassword stored) {
        boolean named = user.isEmpty() || user.get().equals(stored.user().name());
        return stored.matches(password) && named;
    }
}
