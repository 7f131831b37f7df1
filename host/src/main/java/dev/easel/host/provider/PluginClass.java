package dev.easel.host.provider;

import dev.easel.api.plugin.PluginContext;
import org.pf4j.Plugin;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginWrapper;

/** Makes the object of a manifest's {@code Plugin-Class}, where PF4J's own factory would log and go on without. */
final class PluginClass {
    private PluginClass() {}

    static Plugin create(PluginWrapper wrapper, PluginContext context) {
        String className = wrapper.getDescriptor().getPluginClass();
        try {
            Class<?> type = wrapper.getPluginClassLoader().loadClass(className);
            if (!Plugin.class.isAssignableFrom(type)) {
                throw PluginFailure.because("is not usable; " + className + " must extend org.pf4j.Plugin");
            }
            return type == Plugin.class ? new Plugin() : (Plugin) Construction.create(type, context);
        } catch (Throwable failed) {
            throw new PluginRuntimeException(failed);
        }
    }
}
