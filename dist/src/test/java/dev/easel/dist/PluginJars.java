package dev.easel.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Makes plugin jars as third parties do: compiled against the plugin API, one class each. */
final class PluginJars {

    private PluginJars() {}

    /**
     * Compiles a provider of the test resources and packs it.
     *
     * @param name the class's simple name, which is {@code <Id>Provider}
     * @param plugins the folder that gets {@code <id>.jar}
     */
    static Path compile(String name, Path plugins) throws IOException {
        String id = name.replace("Provider", "").toLowerCase(Locale.ROOT);
        Path classes = Files.createDirectories(plugins.resolveSibling("classes-" + id));
        Path source = classes.resolve(name + ".java");
        try (InputStream resource = PluginJars.class.getResourceAsStream("/plugins/" + name + ".java")) {
            Files.write(source, Objects.requireNonNull(resource, name).readAllBytes());
        }
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertEquals(0, status, "javac");
        return pack(
                Files.createDirectories(plugins).resolve(id + ".jar"),
                manifest(Map.of("Plugin-Id", id, "Plugin-Version", "1.0.0", "Plugin-Requires", ">=0.1.0")),
                Map.of(
                        "META-INF/extensions.idx",
                        (name + "\n").getBytes(StandardCharsets.UTF_8),
                        name + ".class",
                        Files.readAllBytes(classes.resolve(name + ".class"))));
    }

    /** Makes a jar that is sound, and no plugin. */
    static Path packLibrary(Path jar) throws IOException {
        return pack(jar, manifest(Map.of()), Map.of("readme.txt", "a library".getBytes(StandardCharsets.UTF_8)));
    }

    private static Path pack(Path jar, Manifest manifest, Map<String, byte[]> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    private static Manifest manifest(Map<String, String> attributes) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        return manifest;
    }
}
