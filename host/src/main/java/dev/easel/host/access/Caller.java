package dev.easel.host.access;

import dev.easel.host.task.Owner;
import java.util.Optional;

/** Who is calling; immutable. */
public sealed interface Caller {

    /**
     * Returns whose tasks the caller's new tasks are, and whose tasks the caller may see.
     *
     * @return the owner, who also names the line in which the caller waits
     */
    Owner owner();

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
     * @param name the user's name
     * @param seq the user's internal id, which no later user of the same name has; 0 for a name that no user of this
     *     host has
     * @param administrator whether the user manages this host; gives no access to others' tasks
     */
    record User(String name, long seq, boolean administrator) implements Caller {
        @Override
        public Owner owner() {
            return seq == 0 ? Owner.user(name) : Owner.user(name, seq);
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
