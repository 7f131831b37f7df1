package dev.easel.host.provider;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * One call into a plugin, on a thread of the plugin.
 *
 * <p>Interrupting it never reaches the thread before the call has begun or after it has ended, though threads are used
 * again.
 */
final class PluginCall<T extends @Nullable Object> implements Runnable {
    private final ClassLoader loader;
    private final Callable<T> body;
    private final Runnable whenEnded;
    private final @Nullable Map<String, String> logContext = MDC.getCopyOfContextMap();
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private @Nullable Thread thread;
    private boolean interrupted;
    private boolean ended;

    /**
     * Makes one.
     *
     * @param loader the plugin's, the context loader of the call
     * @param body what to call
     * @param whenEnded runs after the call and before {@link #done()} completes
     */
    PluginCall(ClassLoader loader, Callable<T> body, Runnable whenEnded) {
        this.loader = loader;
        this.body = body;
        this.whenEnded = whenEnded;
    }

    CompletableFuture<T> done() {
        return done;
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    synchronized void interrupt() {
        interrupted = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Makes a call that has failed without having begun. */
    static <T extends @Nullable Object> PluginCall<T> failed(Throwable reason, Runnable whenEnded) {
        PluginCall<T> call = new PluginCall<>(
                PluginCall.class.getClassLoader(),
                () -> {
                    throw new IllegalStateException(reason);
                },
                whenEnded);
        call.reject(reason);
        return call;
    }

    /** Ends a call that no thread was found for. */
    void reject(Throwable reason) {
        end();
        done.completeExceptionally(reason);
    }

    @Override
    public void run() {
        begin();
        // What a plugin logs belongs to the task of the caller.
        MDC.setContextMap(Optional.ofNullable(logContext).orElse(Map.of()));
        try {
            T result = body.call();
            end();
            done.complete(result);
        } catch (Throwable thrown) {
            // Errors too: whatever a plugin throws fails this one call and nothing else.
            end();
            done.completeExceptionally(thrown);
        } finally {
            MDC.clear();
        }
    }

    private synchronized void begin() {
        Thread current = Thread.currentThread();
        current.setContextClassLoader(loader);
        thread = current;
        if (interrupted) {
            current.interrupt();
        }
    }

    private void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            if (thread != null) {
                thread = null;
                // Nobody interrupts any more: what is left of the flag must not hit the thread's next call.
                Thread.interrupted();
            }
        }
        whenEnded.run();
    }
}
