package dev.easel.host.task;

import java.util.Optional;

/**
 * Whose task it is, and with whom it takes turns.
 *
 * @param userId the user; empty for a guest
 * @param guest the hash of the guest's session cookie; empty for a user and for a guest without one
 * @param turnKey callers with the same key wait in one line, different keys take turns; at most 100 characters
 */
public record Owner(Optional<String> userId, Optional<String> guest, String turnKey) {

    /**
     * Makes the owner of a user's tasks.
     *
     * @param userId the user's id
     * @return an owner that takes turns as this user
     */
    public static Owner user(String userId) {
        return new Owner(Optional.of(userId), Optional.empty(), "user:" + userId);
    }

    /**
     * Makes the owner of a guest's tasks.
     *
     * @param address the guest's address; all guests of one address are one caller
     * @param session the hash of the guest's session cookie, if there is one
     * @return an owner that takes turns as this address
     */
    public static Owner guest(String address, Optional<String> session) {
        return new Owner(Optional.empty(), session, "guest:" + address);
    }

    /**
     * Makes the owner of what a plugin orders without a user.
     *
     * @param pluginId the plugin's id
     * @return an owner that takes turns as this plugin
     */
    public static Owner plugin(String pluginId) {
        return new Owner(Optional.empty(), Optional.empty(), "plugin:" + pluginId);
    }
}
