package dev.easel.host.access;

import java.time.Instant;
import java.util.List;

/**
 * A user as administrators see it; holds no secret.
 *
 * @param name the name
 * @param administrator whether the user manages this host
 * @param created when the user was added
 * @param passwords the app passwords, the oldest first
 */
public record UserReport(String name, boolean administrator, Instant created, List<Password> passwords) {

    /**
     * What is public of an app password.
     *
     * @param selector its first letters, grouped, by which it can be revoked
     * @param created when it was made
     */
    public record Password(String selector, Instant created) {}
}
