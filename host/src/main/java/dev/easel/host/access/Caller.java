package dev.easel.host.access;

import dev.easel.api.task.Task;
import dev.easel.host.task.Owner;
import java.util.Optional;

/** Who is calling; immutable. */
public sealed interface Caller {

    /**
     * Returns whose tasks the caller's new tasks are.
     *
     * @return the owner, who also names the line in which the caller waits
     */
    Owner owner();

    /**
     * Tells whether the caller may fetch, see the images of, and delete a task whose id they know.
     *
     * @param task the task
     * @return true for one's own task, and for a guest true for any guest's task
     */
    boolean mayAccess(Task task);

    /**
     * Returns the name under which calls are counted.
     *
     * @return the same for all guests of one address
     */
    default String limitKey() {
        return owner().turnKey();
    }

    /**
     * A caller with credentials.
     *
     * @param id the user's id
     * @param administrator whether the user manages this host; gives no access to others' tasks
     */
    record User(String id, boolean administrator) implements Caller {
        @Override
        public Owner owner() {
            return Owner.user(id);
        }

        @Override
        public boolean mayAccess(Task task) {
            return task.userId().equals(Optional.of(id));
        }
    }

    /**
     * A caller without credentials.
     *
     * @param address the key of the client's address, see {@link ClientAddress#key}
     * @param session the hash of the guest's cookie; empty without one
     */
    record Guest(String address, Optional<String> session) implements Caller {
        @Override
        public Owner owner() {
            return Owner.guest(address, session);
        }

        @Override
        public boolean mayAccess(Task task) {
            return task.userId().isEmpty();
        }

        /**
         * Returns the same guest with a session.
         *
         * @param newSession the new session
         * @return a guest whose tasks belong to that session
         */
        public Guest in(GuestSession newSession) {
            return new Guest(address, Optional.of(newSession.hash()));
        }
    }
}
