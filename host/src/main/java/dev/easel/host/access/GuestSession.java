package dev.easel.host.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A guest's session: 128 random bits that only the guest's browser keeps. It grants listing and repeating orders,
 * nothing else.
 *
 * @param value 32 lower-case hexadecimal digits, a secret of the guest
 */
public record GuestSession(String value) {

    /** The name of the cookie that holds the value. */
    public static final String COOKIE = "easel_guest";

    /** How long the cookie lasts. */
    public static final Duration LIFETIME = Duration.ofDays(7);

    private static final int BYTES = 16;
    private static final Pattern VALUE = Pattern.compile("[0-9a-f]{32}");

    /**
     * Makes a new session.
     *
     * @param random where the bits come from
     * @return a session that nobody else has
     */
    public static GuestSession create(SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new GuestSession(HexFormat.of().formatHex(bits));
    }

    /**
     * Reads a cookie's value.
     *
     * @param value what the client sent
     * @return a session; empty if the value was never one of ours
     */
    public static Optional<GuestSession> parse(String value) {
        return VALUE.matcher(value).matches() ? Optional.of(new GuestSession(value)) : Optional.empty();
    }

    /**
     * Returns what is stored in the value's place.
     *
     * @return the SHA-256 of the value, 64 lower-case hexadecimal digits
     */
    public String hash() {
        return Sha256.of(value);
    }

    @Override
    public String toString() {
        return "GuestSession(secret)";
    }
}
