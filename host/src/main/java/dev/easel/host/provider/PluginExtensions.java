package dev.easel.host.provider;

import dev.easel.api.event.TaskEventListener;
import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.ProviderFactory;
import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the extensions of one plugin and sorts them by kind; for use by one thread. */
final class PluginExtensions {
    private static final Logger LOGGER = LoggerFactory.getLogger(PluginExtensions.class);
    private static final List<Class<?>> KINDS =
            List.of(TextToImageProvider.class, ProviderFactory.class, TaskEventListener.class);

    private final PluginRuntime runtime;
    private final PluginContext context;
    private final Duration timeout;
    private final List<String> faults;
    private final List<PluginObject<TextToImageProvider>> providers = new ArrayList<>();
    private final List<PluginObject<TaskEventListener>> listeners = new ArrayList<>();

    /**
     * Makes one.
     *
     * @param runtime the plugin's
     * @param context what constructors may take
     * @param timeout for one constructor or factory
     * @param faults takes every fault
     */
    PluginExtensions(PluginRuntime runtime, PluginContext context, Duration timeout, List<String> faults) {
        this.runtime = runtime;
        this.context = context;
        this.timeout = timeout;
        this.faults = faults;
    }

    void make(List<String> classNames) {
        classNames.forEach(this::make);
    }

    List<PluginObject<TextToImageProvider>> providers() {
        return providers;
    }

    List<PluginObject<TaskEventListener>> listeners() {
        return listeners;
    }

    /** Closes what was made, for a plugin that is refused after all. */
    void closeProviders(Duration patience) {
        for (PluginObject<TextToImageProvider> provider : providers) {
            try {
                provider.run(patience, TextToImageProvider::close);
            } catch (PluginFailure failure) {
                LOGGER.debug("A provider of the refused plugin {} was not closed", context.pluginId(), failure);
            }
        }
    }

    private void make(String className) {
        try {
            Optional<Object> made = runtime.threads().ask(timeout, () -> construct(className));
            made.ifPresentOrElse(
                    extension -> sort(className, extension),
                    () -> LOGGER.warn(
                            "Extension {} of plugin {} is of no use here: it implements none of {}",
                            className,
                            context.pluginId(),
                            KINDS.stream().map(Class::getSimpleName).toList()));
        } catch (PluginFailure failure) {
            LOGGER.debug("Extension {} of plugin {} failed", className, context.pluginId(), failure);
            faults.add("Extension " + className + " " + failure.problem() + ".");
        }
    }

    private Optional<Object> construct(String className) throws Exception {
        Class<?> type = runtime.loadClass(className);
        if (KINDS.stream().noneMatch(kind -> kind.isAssignableFrom(type))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Construction.create(type, context));
        } catch (PluginFailure unfit) {
            throw unfit;
        } catch (Throwable thrown) {
            throw PluginFailure.threw(thrown);
        }
    }

    private void sort(String className, Object extension) {
        if (extension instanceof TextToImageProvider provider) {
            providers.add(new PluginObject<>(runtime.threads(), provider));
        }
        if (extension instanceof TaskEventListener listener) {
            listeners.add(new PluginObject<>(runtime.threads(), listener));
        }
        if (extension instanceof ProviderFactory factory) {
            addProvidersOf(className, factory);
        }
    }

    private void addProvidersOf(String className, ProviderFactory factory) {
        try {
            runtime.threads().ask(timeout, () -> create(factory)).stream()
                    .map(provider -> new PluginObject<>(runtime.threads(), provider))
                    .forEach(providers::add);
        } catch (PluginFailure failure) {
            LOGGER.debug("Extension {} of plugin {} failed", className, context.pluginId(), failure);
            faults.add("create() of extension " + className + " " + failure.problem() + ".");
        }
    }

    private List<TextToImageProvider> create(ProviderFactory factory) throws PluginFailure {
        @Nullable List<TextToImageProvider> created = factory.create(context);
        if (created == null) {
            throw PluginFailure.because("returned null; it must return a list, possibly empty");
        }
        List<TextToImageProvider> copy = new ArrayList<>(created);
        if (copy.stream().anyMatch(provider -> provider == null)) {
            throw PluginFailure.because("returned a list with null in it; it must hold providers only");
        }
        return copy;
    }
}
