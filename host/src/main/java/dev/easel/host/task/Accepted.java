package dev.easel.host.task;

import java.util.Optional;

/**
 * A task that is stored, of which its client may be told.
 *
 * @param id its public id
 * @param queued the task as it was stored, if it waits; empty if what became of it is to be read
 */
record Accepted(long id, Optional<TaskRow> queued) {

    /** A task that waits. */
    static Accepted queued(NewTask task) {
        return new Accepted(task.id(), Optional.of(task.waiting()));
    }

    /** A task that a run was begun for, or that was accepted before. */
    static Accepted begun(long id) {
        return new Accepted(id, Optional.empty());
    }
}
