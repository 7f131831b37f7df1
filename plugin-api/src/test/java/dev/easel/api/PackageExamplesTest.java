package dev.easel.api;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The examples in the packages' documentation compile as they stand. */
class PackageExamplesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);
    private static final Pattern PUBLIC_CLASS = Pattern.compile("public class (\\w+)");

    @TempDir
    private Path classes;

    static Stream<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.endsWith("package-info.java")).toList().stream();
        }
    }

    @Test
    void everyPackageIsDocumented() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            long withSources = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .count();
            assertEquals(withSources, packages().count());
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void exampleCompiles(Path packageInfo) throws IOException {
        String example = exampleIn(packageInfo);
        Matcher name = PUBLIC_CLASS.matcher(example);
        assertEquals("", compile(name.find() ? name.group(1) : "Example", example), packageInfo.toString());
    }

    private static String exampleIn(Path packageInfo) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(packageInfo));
        assertTrue(example.find(), () -> packageInfo + " has no example");
        return example.group(1).replaceAll("(?m)^ \\* ?", "");
    }

    private String compile(String name, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-proc:none",
                "--release",
                "17",
                "-cp",
                System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(messages, null, null, options, null, List.of(new Source(name, source)))
                .call();
        return compiled ? "" : messages.toString();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String source;

        Source(String name, String source) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
