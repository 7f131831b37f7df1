package dev.easel.host.provider;

import dev.easel.api.plugin.PluginContext;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginState;
import org.pf4j.PluginWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one jar in the process: class loader, threads, start and stop of its {@code Plugin-Class}.
 *
 * <p>Opened, perhaps started, closed once; for use by one thread at a time.
 */
final class PluginRuntime {
    private static final Logger LOGGER = LoggerFactory.getLogger(PluginRuntime.class);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(1);

    private final PluginIdentity identity;
    private final SinglePluginManager manager;
    private final PluginWrapper wrapper;
    private final PluginThreads threads;
    private final WeakReference<ClassLoader> loader;

    private PluginRuntime(PluginIdentity identity, SinglePluginManager manager, PluginWrapper wrapper) {
        this.identity = identity;
        this.manager = manager;
        this.wrapper = wrapper;
        loader = new WeakReference<>(wrapper.getPluginClassLoader());
        threads = new PluginThreads(identity.id(), wrapper.getPluginClassLoader());
    }

    /**
     * Makes the class loader; runs no code of the plugin.
     *
     * @throws PluginFailure if PF4J refuses the jar
     */
    static PluginRuntime open(Path jar, PluginIdentity identity, ClassLoader shared, PluginContext context)
            throws PluginFailure {
        SinglePluginManager manager = new SinglePluginManager(jar, shared, context);
        try {
            PluginWrapper wrapper = manager.getPlugin(manager.loadPlugin(jar));
            return new PluginRuntime(identity, manager, wrapper);
        } catch (RuntimeException | Error refused) {
            throw PluginFailure.threw(refused);
        }
    }

    PluginThreads threads() {
        return threads;
    }

    /** Returns the class loader, without holding it. */
    WeakReference<ClassLoader> loader() {
        return loader;
    }

    /** Starts the plugin as PF4J does, on a thread of the plugin. */
    void start(Duration timeout) throws PluginFailure {
        threads.<@Nullable Void>ask(timeout, () -> {
            if (manager.startPlugin(identity.id()) != PluginState.STARTED) {
                throw causeOf(wrapper.getFailedException());
            }
            return null;
        });
    }

    /** Loads a class of the plugin; to be called on a thread of the plugin. */
    Class<?> loadClass(String className) throws ClassNotFoundException {
        return wrapper.getPluginClassLoader().loadClass(className);
    }

    /** Stops the plugin, ends its threads, closes its class loader. */
    void close(Duration timeout) {
        stop(timeout);
        List<String> left = threads.shutDown(LAST_PATIENCE);
        if (!left.isEmpty()) {
            LOGGER.warn("Plugin {} left threads that do not end: {}", identity, left);
        }
        try {
            manager.unloadPlugin(identity.id());
        } catch (RuntimeException failed) {
            LOGGER.warn("The class loader of plugin {} was not closed", identity, failed);
        }
    }

    private void stop(Duration timeout) {
        if (wrapper.getPluginState() != PluginState.STARTED) {
            return;
        }
        try {
            threads.ask(timeout, () -> manager.stopPlugin(identity.id()));
        } catch (PluginFailure failure) {
            LOGGER.warn("Plugin {} was not stopped properly: stop() {}", identity, failure.problem());
        }
        if (wrapper.getPluginState() == PluginState.STARTED) {
            // Else PF4J would call stop() again when it unloads, on this thread.
            wrapper.setPluginState(PluginState.FAILED);
        }
    }

    private static Exception causeOf(@Nullable Throwable failure) throws PluginFailure {
        Throwable thrown =
                failure instanceof PluginRuntimeException && failure.getCause() != null ? failure.getCause() : failure;
        if (thrown instanceof PluginFailure described) {
            return described;
        }
        return thrown == null ? PluginFailure.because("was not started by PF4J") : PluginFailure.threw(thrown);
    }
}
