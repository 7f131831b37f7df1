package dev.easel.api.provider;

import java.util.concurrent.CancellationException;

/**
 * Tells a run that nobody wants its result any more, or that it is beyond its deadline.
 *
 * <p>Safe for use by several threads. Once cancelled, always cancelled.
 */
public interface Cancellation {

    /**
     * Tells whether the run is to give up.
     *
     * @return true from the moment of cancelling on
     */
    boolean isCancelled();

    /**
     * Has an action run when the run is cancelled, for example one that closes a connection.
     *
     * <p>The action runs once, on the thread that cancels, or at once on the caller's if the run is cancelled already.
     * It should be quick.
     *
     * @param action what to do; what it throws is logged
     * @return takes the action back when closed; closing it twice, or after the action ran, does nothing
     */
    Registration onCancel(Runnable action);

    /**
     * Ends the run if it is cancelled.
     *
     * @throws CancellationException if it is
     */
    default void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancellationException("the run was cancelled");
        }
    }

    /**
     * Returns a cancellation that never happens, for tests.
     *
     * @return always the same one
     */
    static Cancellation never() {
        return NeverCancelled.INSTANCE;
    }

    /** An action that waits for a cancellation. */
    interface Registration extends AutoCloseable {
        /** Takes the action back. */
        @Override
        void close();
    }
}

enum NeverCancelled implements Cancellation {
    INSTANCE;

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public Registration onCancel(Runnable action) {
        return () -> {};
    }
}
