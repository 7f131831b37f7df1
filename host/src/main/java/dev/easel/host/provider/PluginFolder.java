package dev.easel.host.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that plugin jars are dropped into. */
final class PluginFolder {
    private static final Logger LOGGER = LoggerFactory.getLogger(PluginFolder.class);

    private final Path folder;

    PluginFolder(Path folder) {
        this.folder = folder;
    }

    /** Lists the jars by name; dot-files and other endings, as unfinished copies have, are left out. */
    List<Path> jars() {
        if (!Files.isDirectory(folder)) {
            LOGGER.warn(
                    "The plugins folder {} does not exist, so no plugin is loaded; make it, or set plugins", folder);
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(PluginFolder::isJar).sorted().toList();
        } catch (IOException | UncheckedIOException failed) {
            LOGGER.error("The plugins folder {} cannot be read, so no plugin is loaded", folder, failed);
            return List.of();
        }
    }

    private static boolean isJar(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".jar") && !name.startsWith(".");
    }
}
