package dev.easel.host.task;

import dev.easel.api.provider.Cancellation;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cancels one run. */
final class RunCancellation implements Cancellation {
    private static final Logger LOG = LoggerFactory.getLogger(RunCancellation.class);

    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    private final Set<Action> actions = ConcurrentHashMap.newKeySet();

    /** Cancels; doing so again does nothing. What the provider wanted done then is its own matter, on threads apart. */
    void cancel() {
        if (cancelled.complete(null)) {
            actions.forEach(Action::start);
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
        private final @Nullable ClassLoader contextLoader =
                Thread.currentThread().getContextClassLoader();
        private final AtomicBoolean ran = new AtomicBoolean();

        Action(Runnable action) {
            this.action = action;
        }

        /** Runs it where it can hold up nobody, seeing the classes that its plugin sees. */
        void start() {
            Thread thread = new Thread(this::run, "cancel");
            thread.setContextClassLoader(contextLoader);
            thread.setDaemon(true);
            thread.start();
        }

        void run() {
            if (ran.compareAndSet(false, true)) {
                try {
                    action.run();
                } catch (RuntimeException | Error e) {
                    LOG.warn("A provider's reaction to cancellation failed", e);
                }
            }
        }
    }
}
