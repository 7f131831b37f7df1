package dev.easel.host.provider;

import dev.easel.host.provider.jar.SharedPackages;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/** The class loader of one plugin: its jar first, except for the {@link SharedPackages}, which only the host has. */
final class PluginJarClassLoader extends PluginClassLoader {
    private final String label;

    PluginJarClassLoader(PluginManager manager, PluginDescriptor descriptor, ClassLoader parent) {
        super(manager, descriptor, parent);
        label = descriptor.getPluginId() + " " + descriptor.getVersion();
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return SharedPackages.holdClass(className);
    }

    @Override
    public @Nullable URL findResource(String name) {
        return SharedPackages.holdResource(name) ? null : super.findResource(name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        return SharedPackages.holdResource(name) ? Collections.emptyEnumeration() : super.findResources(name);
    }

    /** Names the plugin, so that a stack trace or a heap dump tells whose loader it is. */
    @Override
    public String toString() {
        return "class loader of plugin " + label + " @" + Integer.toHexString(System.identityHashCode(this));
    }
}
