package dev.easel.api;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Folders of classes of the plugin API, compiled from sources and packed into jars. */
final class CompiledApi {
    private CompiledApi() {}

    /** Compiles all sources of a folder. */
    static void compile(Path sources, Path classes) throws IOException {
        compile(files(sources), classes, System.getProperty("java.class.path"));
    }

    /** Compiles one file of a folder of sources with a text in it replaced, beside the classes of the others. */
    static void compileEdited(Path source, String from, String to, Path others, Path classes) throws IOException {
        String text = Files.readString(source);
        assertTrue(text.contains(from), () -> source + " has no " + from);
        Path edited = classes.resolve(source.getFileName());
        Files.writeString(edited, text.replace(from, to));
        compile(List.of(edited), classes, others + File.pathSeparator + System.getProperty("java.class.path"));
    }

    /** Packs the classes of folders; a later folder's take the place of an earlier one's. */
    static byte[] jar(Path... folders) throws IOException {
        Map<String, Path> entries = new LinkedHashMap<>();
        for (Path folder : folders) {
            files(folder).forEach(file -> entries.put(folder.relativize(file).toString(), file));
        }
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(jar)) {
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey().replace('\\', '/')));
                out.write(Files.readAllBytes(entry.getValue()));
            }
        }
        return jar.toByteArray();
    }

    private static void compile(List<Path> sources, Path classes, String classPath) {
        List<String> arguments = new ArrayList<>(
                Arrays.asList("-proc:none", "--release", "17", "-d", classes.toString(), "-cp", classPath));
        sources.forEach(source -> arguments.add(source.toString()));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int status =
                ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new));
        assertEquals(0, status, messages::toString);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
