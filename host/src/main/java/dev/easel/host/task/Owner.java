package dev.easel.host.task;

import java.util.Optional;

/**
 * Whose task it is, and with whom it takes turns.
 *
 * @param userId the user's name; empty for a guest
 * @param userSeq the user's internal id, which nobody else ever gets, not even a later user of the same name; 0 for a
 *     guest, and for a name that no user of this host has
 * @param guest the hash of the guest's session cookie; empty for a user and for a guest without one
 * @param turnKey callers with the same key wait in one line, different keys take turns; at most 100 characters
 */
public record Owner(Optional<String> userId, long userSeq, Optional<String> guest, String turnKey) {

    /**
     * Makes the owner of a user's tasks.
     *
     * @param userId the user's name
     * @param userSeq the user's internal id, positive
     * @return an owner that takes turns as this user
     */
    public static Owner user(String userId, long userSeq) {
        return new Owner(Optional.of(userId), userSeq, Optional.empty(), "user:" + userId + "#" + userSeq);
    }

    /**
     * Makes the owner of what is ordered for a name that no user of this host has.
     *
     * @param userId the name
     * @return an owner that takes turns as this name
     */
    public static Owner user(String userId) {
        return new Owner(Optional.of(userId), 0, Optional.empty(), "user:" + userId);
    }

    /**
     * Makes the owner of a guest's tasks.
     *
     * @param address the guest's address; all guests of one address are one caller
     * @param session the hash of the guest's session cookie, if there is one
     * @return an owner that takes turns as this address
     */
    public static Owner guest(String address, Optional<String> session) {
        return new Owner(Optional.empty(), 0, session, "guest:" + address);
    }

    /**
     * Makes the owner of what a plugin orders without a user.
     *
     * @param pluginId the plugin's id
     * @return an owner that takes turns as this plugin
     */
    public static Owner plugin(String pluginId) {
        return new Owner(Optional.empty(), 0, Optional.empty(), "plugin:" + pluginId);
    }

    /**
     * Tells whether this owner may see and delete another's tasks, if their ids are known.
     *
     * @param other whose tasks
     * @return true for the same user, and between guests
     */
    public boolean mayAccessTasksOf(Owner other) {
        return mayAccessTasksOf(other.userId, other.userSeq);
    }

    boolean mayAccessTasksOf(Optional<String> otherUserId, long otherUserSeq) {
        return userId.equals(otherUserId) && userSeq == otherUserSeq;
    }
}
