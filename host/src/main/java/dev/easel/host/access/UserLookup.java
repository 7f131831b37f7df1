package dev.easel.host.access;

import java.util.Optional;

/** Who has an account; safe for use by several threads. */
@FunctionalInterface
public interface UserLookup {

    /**
     * Finds a user by name.
     *
     * @param name as somebody else wrote it: of any length, with any characters
     * @return empty if there is no such user
     */
    Optional<Caller.User> find(String name);
}
