package dev.easel.host;

import dev.easel.host.access.UserReport;
import java.util.Optional;
import java.util.function.Consumer;

/** What administrators do with users; safe for use by several threads. */
public interface UserAdministration extends AutoCloseable {

    /**
     * Adds a user.
     *
     * @param name matches {@link dev.easel.host.access.Users#NAME}
     * @param administrator whether the user manages the host
     * @return the user's first app password
     * @throws EngineException if there is a user of this name, or the users cannot be written
     */
    String add(String name, boolean administrator) throws EngineException;

    /**
     * Makes another app password of a user.
     *
     * @param name the user
     * @return the app password
     * @throws EngineException if there is no such user, or the users cannot be written
     */
    String addPassword(String name) throws EngineException;

    /**
     * Revokes app passwords of a user.
     *
     * @param name the user
     * @param selector which one; all if empty
     * @throws EngineException if there is no such user or password, or the users cannot be written
     */
    void revoke(String name, Optional<String> selector) throws EngineException;

    /**
     * Removes a user, with all tasks and images.
     *
     * @param name the user
     * @throws EngineException if there is no such user, or the users cannot be written
     */
    void remove(String name) throws EngineException;

    /**
     * Lists the users by their names.
     *
     * @param each gets the users one by one, on the calling thread
     * @throws EngineException if the users cannot be read
     */
    void list(Consumer<UserReport> each) throws EngineException;

    /** Closes what was opened for it. */
    @Override
    void close();
}
