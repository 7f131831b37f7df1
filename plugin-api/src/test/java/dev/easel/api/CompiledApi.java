package dev.easel.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Jars of the plugin API, in memory. */
final class CompiledApi {
    private CompiledApi() {}

    /** Compiles all sources of a folder into a jar. */
    static byte[] ofSources(Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "--release",
                "17",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
        arguments.addAll(files(sources).stream().map(Path::toString).toList());
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertEquals(0, status, messages::toString);
        return ofClasses(classes);
    }

    /** Packs all classes of a folder into a jar. */
    static byte[] ofClasses(Path classes) throws IOException {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar)) {
            for (Path file : files(classes)) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                out.write(Files.readAllBytes(file));
            }
        }
        return jar.toByteArray();
    }

    /** Copies a folder of sources and edits one file of it. */
    static Path edited(Path sources, Path copy, String file, String from, String to) throws IOException {
        for (Path source : files(sources)) {
            Path target = copy.resolve(sources.relativize(source));
            Files.createDirectories(target.getParent());
            Files.copy(source, target);
        }
        Path edited = copy.resolve(file);
        String text = Files.readString(edited);
        String other = text.replace(from, to);
        assertEquals(text.length() - from.length() + to.length(), other.length(), () -> file + " has no " + from);
        Files.writeString(edited, other);
        return copy;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
