package dev.easel.host.provider;

import dev.easel.api.ApiVersion;
import dev.easel.api.plugin.PluginContext;
import java.nio.file.Path;
import java.util.List;
import org.pf4j.AbstractPluginManager;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultExtensionFinder;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.JarPluginLoader;
import org.pf4j.JarPluginRepository;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginStatusProvider;
import org.pf4j.VersionManager;

/**
 * PF4J's manager for one plugin.
 *
 * <p>Each plugin has a manager of its own, because PF4J's knows no two versions of a plugin at once and is not made for
 * several threads. Jars only: PF4J would also unpack zip files, which is where its path traversals were
 * (CVE-2023-40827, CVE-2025-70952).
 */
final class SinglePluginManager extends AbstractPluginManager {
    private final ClassLoader shared;
    private final PluginContext context;

    /**
     * Makes one.
     *
     * @param jar the plugin's jar
     * @param shared the parent of the plugin's class loader
     * @param context what the plugin's constructors may take
     */
    SinglePluginManager(Path jar, ClassLoader shared, PluginContext context) {
        super(List.of(jar));
        this.shared = shared;
        this.context = context;
        setSystemVersion(ApiVersion.CURRENT);
    }

    // The create methods are called by the super constructor, before there is a field: they only capture "this".

    @Override
    protected PluginLoader createPluginLoader() {
        return new JarPluginLoader(this) {
            @Override
            protected PluginClassLoader createPluginClassLoader(Path path, PluginDescriptor descriptor) {
                return new PluginJarClassLoader(pluginManager, descriptor, shared);
            }
        };
    }

    @Override
    protected PluginFactory createPluginFactory() {
        return wrapper -> PluginClass.create(wrapper, context);
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return new JarPluginRepository(getPluginsRoots());
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new ManifestPluginDescriptorFinder();
    }

    @Override
    protected ExtensionFinder createExtensionFinder() {
        return new DefaultExtensionFinder(this);
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new DefaultExtensionFactory();
    }

    @Override
    protected VersionManager createVersionManager() {
        return new DefaultVersionManager();
    }

    @Override
    protected PluginStatusProvider createPluginStatusProvider() {
        return new NoneDisabled();
    }

    /** PF4J's own switch, files named enabled.txt and disabled.txt in the plugins folder, is not used. */
    private static final class NoneDisabled implements PluginStatusProvider {
        @Override
        public boolean isPluginDisabled(String pluginId) {
            return false;
        }

        @Override
        public void disablePlugin(String pluginId) {
            throw new UnsupportedOperationException("remove the jar instead");
        }

        @Override
        public void enablePlugin(String pluginId) {
            // Never disabled.
        }
    }
}
