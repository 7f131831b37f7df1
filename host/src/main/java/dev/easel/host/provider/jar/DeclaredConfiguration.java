package dev.easel.host.provider.jar;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import dev.easel.host.config.NoIncludes;
import java.io.IOException;
import java.util.jar.JarFile;

/** Reads the keys that a plugin declares in the {@code plugin.conf} at the root of its jar. */
final class DeclaredConfiguration {
    private static final String NAME = "plugin.conf";

    private DeclaredConfiguration() {}

    static Config check(JarFile jar, Findings findings) throws IOException {
        try {
            return JarText.read(jar, NAME).map(DeclaredConfiguration::parse).orElse(ConfigFactory.empty());
        } catch (ConfigException illFormed) {
            findings.fault(NAME + " in the jar is not valid HOCON: " + illFormed.getMessage()
                    + "; correct it in the plugin's sources and build the jar again.");
            return ConfigFactory.empty();
        }
    }

    private static Config parse(String text) {
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setOriginDescription(NAME)
                .setAllowMissing(false)
                .setIncluder(new NoIncludes());
        // Without the environment: what a plugin declares must not depend on the host's.
        return ConfigFactory.parseString(text, options).resolve(ConfigResolveOptions.noSystem());
    }
}
