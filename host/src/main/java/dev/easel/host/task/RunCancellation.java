package dev.easel.host.task;

import dev.easel.api.provider.Cancellation;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels one run. */
final class RunCancellation implements Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(RunCancellation.class);

    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    private final Set<Action> actions = ConcurrentHashMap.newKeySet();

    /** Cancels; doing so again does nothing. */
    void cancel() {
        if (cancelled.complete(null)) {
            actions.forEach(Action::run);
        }
    }

    /** Completes when the run is cancelled. */
    CompletableFuture<Void> future() {
        return cancelled;
    }

    @Override
    public boolean isCancelled() {
        return cancelled.isDone();
    }

    @Override
    public Registration onCancel(Runnable action) {
        Action registered = new Action(action);
        actions.add(registered);
        if (isCancelled()) {
            registered.run();
        }
        return () -> actions.remove(registered);
    }

    private static final class Action {
        private final Runnable action;
        private final AtomicBoolean ran = new AtomicBoolean();

        Action(Runnable action) {
            this.action = action;
        }

        void run() {
            if (ran.compareAndSet(false, true)) {
                try {
                    action.run();
                } catch (RuntimeException e) {
                    LOG.warn("A provider's reaction to cancellation failed", e);
                }
            }
        }
    }
}
