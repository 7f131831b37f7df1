package dev.easel.api.contract;

import dev.easel.api.provider.Cancellation;
import java.util.ArrayList;
import java.util.List;

/** A cancellation that a test brings about; safe for use by several threads. */
public final class TestCancellation implements Cancellation {
    private final List<Runnable> actions = new ArrayList<>();
    private boolean cancelled;

    /** Makes one that is not cancelled yet. */
    public TestCancellation() {}

    /**
     * Cancels, and runs the actions that wait for it, on the calling thread; does nothing if it is cancelled already.
     */
    public void cancel() {
        List<Runnable> waiting;
        synchronized (this) {
            cancelled = true;
            waiting = List.copyOf(actions);
            actions.clear();
        }
        waiting.forEach(Runnable::run);
    }

    @Override
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        // An object of its own, so that an action that is registered twice is taken back once.
        Runnable registered = () -> action.run();
        if (isRegistered(registered)) {
            return () -> takeBack(registered);
        }
        action.run();
        return () -> {};
    }

    private synchronized boolean isRegistered(Runnable action) {
        return !cancelled && actions.add(action);
    }

    private synchronized void takeBack(Runnable action) {
        actions.remove(action);
    }
}
