package dev.easel.host.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the jars of the plugins folder without loading code.
 *
 * <p>Passes over what is not readable or not a plugin: whoever loads the plugins reports it.
 */
final class InstalledPlugins {
    private static final int LONGEST_DECLARATION = 1 << 20;

    private InstalledPlugins() {}

    /** Returns the ids of the plugins, each with what it declares unless that is unreadable. */
    static SortedMap<String, Optional<Config>> in(Path folder) {
        SortedMap<String, Optional<Config>> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            jars.forEach(jar -> addTo(found, jar));
        } catch (IOException | DirectoryIteratorException unreadable) {
            return found;
        }
        return found;
    }

    private static void addTo(SortedMap<String, Optional<Config>> found, Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            Optional<String> id = id(jar.getManifest());
            if (id.isPresent()) {
                found.put(id.get(), declaration(jar));
            }
        } catch (IOException | SecurityException unreadable) {
            return;
        }
    }

    private static Optional<String> id(@Nullable Manifest manifest) {
        return Optional.ofNullable(manifest)
                .map(present -> present.getMainAttributes().getValue("Plugin-Id"))
                .filter(id -> id.matches("[a-z0-9][a-z0-9._@-]{0,63}"));
    }

    private static Optional<Config> declaration(JarFile jar) throws IOException {
        ZipEntry entry = jar.getEntry("plugin.conf");
        if (entry == null) {
            return Optional.of(ConfigFactory.empty());
        }
        try (InputStream stream = jar.getInputStream(entry)) {
            String text = new String(stream.readNBytes(LONGEST_DECLARATION), StandardCharsets.UTF_8);
            ConfigParseOptions options = ConfigParseOptions.defaults().setIncluder(new NoIncludes());
            return Optional.of(ConfigFactory.parseString(text, options).resolve(ConfigResolveOptions.noSystem()));
        } catch (ConfigException | StackOverflowError malformed) {
            return Optional.empty();
        }
    }
}
