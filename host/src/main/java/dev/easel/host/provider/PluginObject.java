package dev.easel.host.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An object of a plugin, reachable only on the plugin's threads and only until it is forgotten.
 *
 * <p>Whoever in the host keeps a provider or a listener keeps one of these; the plugin's class loader can be collected
 * all the same. Safe for use by several threads.
 */
final class PluginObject<T> {
    private volatile @Nullable Bound<T> bound;

    PluginObject(PluginThreads threads, T object) {
        bound = new Bound<>(threads, object);
    }

    /** What to do with the object. */
    @FunctionalInterface
    interface Use<T, R extends @Nullable Object> {
        R with(T object) throws Exception;
    }

    /** What to have the object do. */
    @FunctionalInterface
    interface Action<T> {
        void on(T object) throws Exception;
    }

    /** The object and the threads it may be used on. */
    private record Bound<T>(PluginThreads threads, T object) {}

    /** Calls the object and waits for the answer at most for a while. */
    <R extends @Nullable Object> R ask(Duration timeout, Use<T, R> use) throws PluginFailure {
        return PluginThreads.await(timeout, start(use));
    }

    /** Starts a short call, for {@link PluginThreads#await}. */
    <R extends @Nullable Object> PluginCall<R> start(Use<T, R> use) {
        Bound<T> current = bound;
        return current == null
                ? PluginCall.failed(forgotten(), () -> {})
                : current.threads().start(() -> use.with(current.object()));
    }

    /** Has the object do something and waits for it at most for a while. */
    void run(Duration timeout, Action<T> action) throws PluginFailure {
        ask(timeout, target -> {
            action.on(target);
            return true;
        });
    }

    /** Starts a call that may take long; what it throws reaches the future as it is. */
    PluginCall<Void> start(Action<T> action, Runnable whenEnded) {
        Bound<T> current = bound;
        return current == null
                ? PluginCall.failed(forgotten(), whenEnded)
                : current.threads().start(() -> act(current.object(), action), whenEnded);
    }

    boolean isForgotten() {
        return bound == null;
    }

    void forget() {
        bound = null;
    }

    private static <T> @Nullable Void act(T object, Action<T> action) throws Exception {
        action.on(object);
        return null;
    }

    private static PluginFailure forgotten() {
        return PluginFailure.because("is not there any more, as its plugin was unloaded");
    }
}
