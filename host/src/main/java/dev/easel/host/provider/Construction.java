package dev.easel.host.provider;

import dev.easel.api.plugin.PluginContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Optional;

/** Makes objects of plugins' classes; to be called on a thread of the plugin. */
final class Construction {
    private Construction() {}

    /**
     * Calls the public constructor that takes the context, else the one without parameters.
     *
     * @throws PluginFailure if there is none, or the class is not public or abstract
     * @throws Throwable what the constructor threw
     */
    static Object create(Class<?> type, PluginContext context) throws Throwable {
        Optional<Constructor<?>> withContext = constructor(type, PluginContext.class);
        try {
            if (withContext.isPresent()) {
                return withContext.get().newInstance(context);
            }
            return constructor(type).orElseThrow(() -> unfit(type)).newInstance();
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Optional<Constructor<?>> constructor(Class<?> type, Class<?>... parameters) throws PluginFailure {
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            throw unfit(type);
        }
        try {
            return Optional.of(type.getConstructor(parameters));
        } catch (NoSuchMethodException none) {
            return Optional.empty();
        }
    }

    private static PluginFailure unfit(Class<?> type) {
        return PluginFailure.because("cannot be made; " + type.getName() + " must be public, not abstract, and have a "
                + "public constructor without parameters or with one PluginContext");
    }
}
