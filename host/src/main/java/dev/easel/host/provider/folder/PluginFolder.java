package dev.easel.host.provider.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder that plugin jars are dropped into; for use by one thread. */
public final class PluginFolder {
    private static final Logger LOGGER = LoggerFactory.getLogger(PluginFolder.class);

    private final Path folder;
    private boolean complained;

    /**
     * Names a folder.
     *
     * @param folder need not exist
     */
    public PluginFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Returns where the folder is.
     *
     * @return its path
     */
    public Path path() {
        return folder;
    }

    /**
     * Lists the jars by name; dot-files and other endings, as unfinished copies have, are left out.
     *
     * @return the jars with what they look like now; empty if the folder cannot be read, which is logged once
     */
    public Optional<SortedMap<String, JarFingerprint>> look() {
        try (Stream<Path> files = Files.list(folder)) {
            SortedMap<String, JarFingerprint> jars = new TreeMap<>();
            for (Path jar : (Iterable<Path>) files.filter(PluginFolder::isJar)::iterator) {
                fingerprint(jar).ifPresent(seen -> jars.put(nameOf(jar), seen));
            }
            complained = false;
            return Optional.of(jars);
        } catch (IOException | UncheckedIOException failed) {
            complain(failed);
            return Optional.empty();
        }
    }

    /**
     * Lists the jars of a folder once.
     *
     * @return their paths, by name
     */
    public List<Path> jars() {
        return look().stream()
                .flatMap(jars -> jars.keySet().stream())
                .map(folder::resolve)
                .toList();
    }

    private void complain(Exception failed) {
        if (complained) {
            return;
        }
        complained = true;
        if (Files.notExists(folder)) {
            LOGGER.warn(
                    "The plugins folder {} does not exist, so no plugin comes or goes; make it, or set plugins",
                    folder);
        } else {
            LOGGER.error("The plugins folder {} cannot be read, so no plugin comes or goes", folder, failed);
        }
    }

    private static Optional<JarFingerprint> fingerprint(Path jar) {
        try {
            return Optional.of(JarFingerprint.of(jar));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            // Such as a link that leads to itself: one jar must not hide the others, and is refused when it is copied.
            return Optional.of(new JarFingerprint(0, Instant.EPOCH, "unreadable"));
        }
    }

    private static boolean isJar(Path file) {
        String name = nameOf(file);
        return name.endsWith(".jar") && !name.startsWith(".");
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
