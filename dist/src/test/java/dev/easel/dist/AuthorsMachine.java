package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Maven as a plugin's author has it: with the published artifacts of the plugin API, and nothing else of Easel.
 *
 * <p>It has a local repository of its own. What Maven needs besides comes from the repository of the build that runs
 * the tests, and only what is missing there from Maven Central.
 */
final class AuthorsMachine {
    private static final long PATIENCE_MINUTES = 10;
    private static final String VERSION = property("project.version");

    private final Path repository;
    private final Path settings;

    private AuthorsMachine(Path repository, Path settings) {
        this.repository = repository;
        this.settings = settings;
    }

    /** Installs the plugin API as {@code mvn install} would. */
    static AuthorsMachine prepare() throws IOException {
        Path folder = Files.createDirectories(Distribution.checkout().resolve("dist/target/author"));
        AuthorsMachine machine = new AuthorsMachine(folder.resolve("repository"), folder.resolve("settings.xml"));
        Files.writeString(machine.settings, settings(Path.of(property("maven.repository"))));
        machine.install("easel-parent", ".pom", Path.of("pom.xml"));
        machine.install("easel-plugin-api", ".pom", Path.of("plugin-api/pom.xml"));
        for (String end : List.of(".jar", "-tests.jar")) {
            String name = "easel-plugin-api-" + VERSION + end;
            machine.install("easel-plugin-api", end, Path.of("plugin-api/target", name));
        }
        return machine;
    }

    /** Runs Maven in a project; fails with the end of its output if it fails. */
    void maven(Path project, String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(maven());
        words.addAll(List.of(arguments));
        run(project, words);
    }

    /** Runs shell lines whose {@code mvn} is this one; fails with the end of their output if one of them fails. */
    void shell(Path folder, String lines) throws IOException, InterruptedException {
        String maven = maven().stream().map(word -> "'" + word + "'").collect(joining(" "));
        Path script = folder.resolve("script.sh");
        Files.writeString(script, "set -eu\nmvn() { " + maven + " \"$@\"; }\n" + lines);
        run(folder, List.of("sh", script.toString()));
    }

    private List<String> maven() {
        return List.of(
                Path.of(property("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-gs",
                settings.toString(),
                "-Dmaven.repo.local=" + repository);
    }

    private static void run(Path folder, List<String> words) throws IOException, InterruptedException {
        Path log = folder.resolve("output.log");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_") || name.startsWith("EASEL_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), () -> "It does not end: " + endOf(log));
            assertEquals(0, process.exitValue(), () -> "exit status: " + endOf(log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void install(String artifact, String end, Path file) throws IOException {
        Path folder = Files.createDirectories(
                repository.resolve("dev/easel").resolve(artifact).resolve(VERSION));
        Files.copy(
                Distribution.checkout().resolve(file),
                folder.resolve(artifact + "-" + VERSION + end),
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Has Maven look into another local repository before it asks Maven Central. */
    private static String settings(Path cache) {
        String url = cache.toUri().toString();
        return """
                <settings>
                  <profiles>
                    <profile>
                      <id>cache</id>
                      <repositories>
                        <repository>%1$s</repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository>%1$s</pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles>
                    <activeProfile>cache</activeProfile>
                  </activeProfiles>
                </settings>
                """.formatted("""
                <id>cache</id><url>%s</url>
                <releases><checksumPolicy>ignore</checksumPolicy></releases>
                <snapshots><enabled>false</enabled></snapshots>
                """.formatted(url));
    }

    private static String endOf(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name + " is not set");
    }
}
