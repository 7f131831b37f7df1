package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Cancels when a test says so. */
final class SwitchedCancellation implements Cancellation {
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;

    void cancel() {
        cancelled = true;
        actions.forEach(Runnable::run);
    }

    int registered() {
        return actions.size();
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Registration onCancel(Runnable action) {
        actions.add(action);
        if (cancelled) {
            action.run();
        }
        return () -> actions.remove(action);
    }
}
