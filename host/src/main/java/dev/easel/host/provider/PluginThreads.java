package dev.easel.host.provider;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one plugin and the one way into it: every call into a plugin passes here.
 *
 * <p>The threads have the plugin's class loader as their context, its id in their names, and end with it. Safe for use
 * by several threads.
 */
final class PluginThreads {
    private static final Duration KEPT_IDLE = Duration.ofSeconds(30);

    private final String pluginId;
    private final ClassLoader loader;
    private final AtomicInteger counter = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor executor;

    PluginThreads(String pluginId, ClassLoader loader) {
        this.pluginId = pluginId;
        this.loader = loader;
        executor = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                KEPT_IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                this::newThread);
    }

    /**
     * Starts a call that may take long.
     *
     * @param body what to call
     * @param whenEnded runs after the call and before its future completes
     */
    <T extends @Nullable Object> PluginCall<T> start(Callable<T> body, Runnable whenEnded) {
        PluginCall<T> call = new PluginCall<>(loader, body, whenEnded);
        try {
            executor.execute(call);
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            call.reject(noThread);
        }
        return call;
    }

    /** Starts a call whose outcome {@link #await} reads. */
    <T extends @Nullable Object> PluginCall<T> start(Callable<T> body) {
        return start(() -> describingFailures(body), () -> {});
    }

    /** Calls and waits for the answer at most for a while. */
    <T extends @Nullable Object> T ask(Duration timeout, Callable<T> body) throws PluginFailure {
        return await(timeout, start(body));
    }

    /** Waits for a call at most for a while, then interrupts it and gives it up. */
    static <T extends @Nullable Object> T await(Duration timeout, PluginCall<T> call) throws PluginFailure {
        try {
            return call.done().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failureIn(failed);
        } catch (TimeoutException late) {
            call.interrupt();
            throw PluginFailure.noAnswer(timeout);
        } catch (InterruptedException stopped) {
            call.interrupt();
            Thread.currentThread().interrupt();
            throw PluginFailure.because("was not waited for, as the host was interrupted");
        }
    }

    /** Ends the threads; returns the names of those that are still busy after a while. */
    List<String> shutDown(Duration patience) {
        executor.shutdownNow();
        try {
            if (executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                // The executor counts a thread as ended a little before it has.
                for (Thread thread : threads) {
                    thread.join(patience.toMillis());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return threads.stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    private static <T extends @Nullable Object> T describingFailures(Callable<T> body) throws PluginFailure {
        try {
            return body.call();
        } catch (PluginFailure described) {
            throw described;
        } catch (Throwable thrown) {
            throw PluginFailure.threw(thrown);
        }
    }

    private static PluginFailure failureIn(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof PluginFailure failure) {
            return failure;
        }
        return PluginFailure.because("could not be called: " + cause);
    }

    private Thread newThread(Runnable work) {
        Thread thread = new Thread(() -> runAndForget(work), "plugin-" + pluginId + "-" + counter.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        threads.add(thread);
        return thread;
    }

    private void runAndForget(Runnable work) {
        try {
            work.run();
        } finally {
            threads.remove(Thread.currentThread());
        }
    }
}
