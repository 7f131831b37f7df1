package dev.easel.host.task;

import dev.easel.host.runtime.RuntimeRecord.Outcome;
import java.time.Duration;

/** What happened to a task on this host; without a word of what was asked for or by whom. */
public sealed interface QueueEvent {

    /** What is only counted; told when it is stored. */
    enum Change implements QueueEvent {
        /** A new task waits in the queue. */
        QUEUED,
        /** A new task is run while its client waits. */
        RUN_NOW,
        /** This host wanted to begin a run, but another host was quicker. */
        CLAIM_LOST,
        /** A run failed, and its task waits for another try. */
        RETRIED,
        /** A task is successful. */
        SUCCEEDED,
        /** A task has failed. */
        FAILED,
        /** This host ended the run of a host that is gone. */
        LEASE_LOST,
        /** This host wanted to store the end of a run, but the task has been taken up elsewhere since. */
        FENCED
    }

    /**
     * This host begins a run.
     *
     * @param provider the provider's id
     * @param waited how long the task could have been begun before; zero for one that is run while its client waits
     */
    record Begun(String provider, Duration waited) implements QueueEvent {}

    /**
     * A run of this host ended; what becomes of the task is not stored yet.
     *
     * @param provider the provider's id
     * @param end how it ended
     * @param took how long it took
     */
    record Ended(String provider, Outcome end, Duration took) implements QueueEvent {}
}
