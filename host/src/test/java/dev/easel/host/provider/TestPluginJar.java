package dev.easel.host.provider;

import dev.easel.api.ApiVersion;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.pf4j.ExtensionPoint;
import org.pf4j.processor.ExtensionAnnotationProcessor;
import org.slf4j.Logger;

/**
 * Compiles a small plugin against the plugin API alone and packs it into a jar, as its author's build would.
 *
 * <pre>{@code
 * TestPluginJar.of("good").provider("GoodProvider", "good", "").writeTo(plugins.resolve("good.jar"));
 * }</pre>
 */
public final class TestPluginJar {
    private static final List<Class<?>> CLASS_PATH =
            List.of(ApiVersion.class, ExtensionPoint.class, Logger.class, NullMarked.class);

    /** What was compiled before, by its sources: tests use the same few plugins again and again. */
    private static final Map<Map<String, String>, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

    private final Map<String, String> manifest = new LinkedHashMap<>();
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, byte[]> resources = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();

    private TestPluginJar() {}

    /** Begins a plugin with that id, version 1.0.0, made for this version of the plugin API. */
    public static TestPluginJar of(String pluginId) {
        return new TestPluginJar()
                .manifest("Plugin-Id", pluginId)
                .manifest("Plugin-Version", "1.0.0")
                .manifest("Plugin-Requires", ">=" + ApiVersion.CURRENT);
    }

    /** Sets an attribute of the manifest; empty leaves it out. */
    public TestPluginJar manifest(String name, String value) {
        manifest.put(name, value);
        return this;
    }

    public TestPluginJar version(String version) {
        return manifest("Plugin-Version", version);
    }

    /** Adds a class, with its whole source. */
    public TestPluginJar source(String className, String source) {
        sources.put(className, source);
        return this;
    }

    /**
     * Adds a provider in package {@code zoo} that works, and reports its close to the task manager.
     *
     * @param simpleName the name of its class
     * @param id its id
     * @param members what it overrides of {@code zoo.Base}
     */
    public TestPluginJar provider(String simpleName, String id, String members) {
        return source("zoo.Base", ZooSources.BASE)
                .source("zoo." + simpleName, ZooSources.provider(simpleName, id, members));
    }

    public TestPluginJar resource(String name, String content) {
        return resource(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public TestPluginJar resource(String name, byte[] content) {
        resources.put(name, content);
        return this;
    }

    /** Leaves out an entry that the build would make. */
    public TestPluginJar without(String entryName) {
        leftOut.add(entryName);
        return this;
    }

    /** Compiles and packs. */
    public Path writeTo(Path jar) throws IOException {
        Map<String, byte[]> entries =
                new LinkedHashMap<>(COMPILED.computeIfAbsent(Map.copyOf(sources), TestPluginJar::compile));
        entries.putAll(resources);
        entries.keySet().removeAll(leftOut);
        pack(entries, jar);
        return jar;
    }

    private static Map<String, byte[]> compile(Map<String, String> sources) {
        try {
            Path classes = Files.createTempDirectory("plugin-classes");
            try {
                compileInto(classes, sources);
                return entriesOf(classes);
            } finally {
                delete(classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compileInto(Path classes, Map<String, String> sources) throws IOException {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(messages, files, null, options(classes), null, compilationUnits(sources));
            task.setProcessors(List.of(new ExtensionAnnotationProcessor()));
            if (!task.call()) {
                throw new IllegalArgumentException("The test plugin does not compile:\n" + messages);
            }
        }
    }

    private static List<String> options(Path classes) {
        String classPath =
                CLASS_PATH.stream().map(TestPluginJar::locationOf).collect(Collectors.joining(File.pathSeparator));
        return List.of("-d", classes.toString(), "-classpath", classPath, "--release", "17", "-nowarn");
    }

    private static String locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JavaFileObject> compilationUnits(Map<String, String> sources) {
        List<JavaFileObject> units = new ArrayList<>();
        sources.forEach((name, source) -> units.add(new Source(name, source)));
        return units;
    }

    private void pack(Map<String, byte[]> entries, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            if (!leftOut.contains("META-INF/MANIFEST.MF")) {
                out.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
                manifestFile().write(out);
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
    }

    private static Map<String, byte[]> entriesOf(Path classes) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.put(classes.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return entries;
    }

    private Manifest manifestFile() {
        Manifest file = new Manifest();
        file.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> {
            if (!value.isEmpty()) {
                file.getMainAttributes().putValue(name, value);
            }
        });
        return file;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(TestPluginJar::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source that is in memory only. */
    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
