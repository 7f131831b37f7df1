package dev.easel.host.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * An app password as it is stored, with its user.
 *
 * @param user whose it is
 * @param salt hashed with the secret
 * @param hash the hash of salt and secret
 */
record StoredPassword(Caller.User user, String salt, String hash) {

    /** Tells whether a password is this one, in a time that does not depend on where they differ. */
    boolean matches(AppPassword given) {
        return MessageDigest.isEqual(ascii(given.hash(salt)), ascii(hash));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
