package dev.easel.host.task;

/** Knows the users of this host by their names; safe for use by several threads. */
@FunctionalInterface
public interface UserDirectory {

    /**
     * Tells whose tasks a user's are.
     *
     * @param name the user's name, or any other text
     * @return the owner of the present user's tasks; that of a name that no user has, if there is none
     */
    Owner owner(String name);
}
