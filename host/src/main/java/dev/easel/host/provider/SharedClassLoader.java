package dev.easel.host.provider;

import dev.easel.host.provider.jar.SharedPackages;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * What plugins see of the host: the JDK and the {@link SharedPackages}, and nothing else, neither classes nor
 * resources.
 *
 * <p>Parent of every plugin's class loader.
 */
final class SharedClassLoader extends ClassLoader {
    private final ClassLoader host;

    SharedClassLoader(ClassLoader host) {
        super("easel-shared", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!SharedPackages.holdClass(name)) {
            throw new ClassNotFoundException(name);
        }
        return host.loadClass(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return SharedPackages.holdResource(name) ? host.getResource(name) : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return SharedPackages.holdResource(name) ? host.getResources(name) : Collections.emptyEnumeration();
    }
}
