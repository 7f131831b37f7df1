package dev.easel.dist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** A copy of the plugin template, changed as its author likes. */
final class TemplateCopy {
    private static final String NAME = "Sunset";

    private final Path project;
    private final String name;

    private TemplateCopy(Path project, String name) {
        this.project = project;
        this.name = name;
    }

    /** Copies the template as it is. */
    static TemplateCopy into(Path project) throws IOException {
        Path template = Distribution.checkout().resolve("plugins/template");
        try (Stream<Path> files = Files.walk(template)) {
            for (Path file : files.filter(path -> !path.startsWith(template.resolve("target")))
                    .toList()) {
                Files.copy(file, project.resolve(template.relativize(file).toString()));
            }
        }
        return new TemplateCopy(project, NAME);
    }

    Path project() {
        return project;
    }

    /** Returns the jar that Maven builds from the copy. */
    Path jar() {
        return project.resolve("target").resolve(name.toLowerCase(Locale.ROOT) + "-1.0.0.jar");
    }

    /** Renames everything, as the guide says: files, folders, and each name in them. */
    TemplateCopy renamed(String newName) throws IOException {
        for (Path file : files()) {
            Files.writeString(file, rename(Files.readString(file), newName));
        }
        try (Stream<Path> paths = Files.walk(project)) {
            for (Path path : paths.filter(path -> !path.equals(project))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.move(path, path.resolveSibling(rename(path.getFileName().toString(), newName)));
            }
        }
        return new TemplateCopy(project, newName);
    }

    /** Replaces a text of one file, which must be there. */
    TemplateCopy edited(String fileName, String from, String to) throws IOException {
        Path file = files().stream()
                .filter(path -> path.getFileName().toString().equals(fileName))
                .findAny()
                .orElseThrow(() -> new AssertionError("There is no " + fileName + " in " + files()));
        String text = Files.readString(file);
        assertTrue(text.contains(from), () -> file + " has no " + from);
        Files.writeString(file, text.replace(from, to));
        return this;
    }

    private static String rename(String text, String newName) {
        return text.replace(NAME, newName).replace(NAME.toLowerCase(Locale.ROOT), newName.toLowerCase(Locale.ROOT));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
