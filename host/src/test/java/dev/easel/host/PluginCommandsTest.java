package dev.easel.host;

import dev.easel.host.control.ControlServer;
import dev.easel.host.provider.PluginStatus;
import dev.easel.host.provider.TestPluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class PluginCommandsTest {
    private static final String HEADER =
            "PLUGIN                    VERSION       STATE        SINCE                 JAR                               REASON";
    private static final PluginStatus DRAINING = new PluginStatus(
            "gone.jar",
            Optional.of("gone"),
            Optional.of("1.2.3"),
            PluginStatus.State.DRAINING,
            Instant.ofEpochMilli(1_500),
            List.of());
    private static final PluginStatus FAILED = new PluginStatus(
            "odd.jar",
            Optional.empty(),
            Optional.empty(),
            PluginStatus.State.FAILED,
            Instant.EPOCH,
            List.of("It is \u001b[2J odd.", "Throw it away."));

    private final Path home;
    private final Path plugins;
    private final CommandLineFixture easel;

    PluginCommandsTest(@TempDir Path folder) throws IOException {
        home = folder;
        plugins = Files.createDirectories(folder.resolve("plugins"));
        Files.createDirectories(folder.resolve("data"));
        easel = new CommandLineFixture(folder);
    }

    private static TestPluginJar good() {
        return TestPluginJar.of("good").provider("GoodProvider", "good", "");
    }

    private void write(String name, TestPluginJar jar) throws IOException {
        Files.setLastModifiedTime(jar.writeTo(plugins.resolve(name)), FileTime.from(Instant.EPOCH));
    }

    @Test
    void aRunningHostIsAsked() throws IOException {
        try (ControlServer host =
                ControlServer.open(home.resolve("data"), PluginControl.handlers(() -> List.of(DRAINING, FAILED)))) {
            assertEquals(0, easel.run("plugin", "list"));
        }
        assertEquals(
                List.of(
                        HEADER,
                        "gone                      1.2.3         draining     1970-01-01T00:00:01Z  gone.jar                          -",
                        "-                         -             failed       1970-01-01T00:00:00Z  odd.jar                           It is \\u001b[2J odd. Throw it away."),
                easel.out().lines().toList());
    }

    @Test
    void withoutAHostTheJarsAreLookedAt() throws IOException {
        write("a-good.jar", good());
        write("b-bad.jar", good().manifest("Plugin-Id", ""));

        assertEquals(0, easel.run("plugin", "list"));

        assertEquals(
                List.of(
                        HEADER,
                        "good                      1.0.0         waiting      1970-01-01T00:00:00Z  a-good.jar                        No host runs that could load it.",
                        "-                         1.0.0         failed       1970-01-01T00:00:00Z  b-bad.jar                         The manifest has no Plugin-Id; give it one that matches [a-z0-9][a-z0-9._@-]{0,63}."),
                easel.out().lines().toList());
    }

    @Test
    void anotherFolderMayBeListed() throws IOException {
        Path other = Files.createDirectories(home.resolve("other"));
        good().writeTo(other.resolve("good.jar"));

        assertEquals(0, easel.run("plugin", "list", "--plugins", "other"));

        assertEquals(2, easel.out().lines().count(), easel::out);
    }

    @Test
    void aServingHostAnswersWithItsPlugins() {
        easel.engine.plugins.add(DRAINING);
        CommandLineFixture asking = new CommandLineFixture(home);
        StopSignal whileServing = new StopSignal() {
            @Override
            public void arm() {}

            @Override
            public void await() {
                assertEquals(0, asking.run("plugin", "list"));
            }
        };

        assertEquals(0, easel.run(whileServing, "serve"));

        assertTrue(asking.out().contains("draining"), asking::out);
    }

    @Test
    void aGoodJarIsAccepted() throws IOException {
        good().writeTo(home.resolve("good.jar"));

        assertEquals(0, easel.run("plugin", "check", "good.jar"));

        assertEquals(
                "good.jar is accepted: plugin good 1.0.0 with the extensions [zoo.GoodProvider].",
                easel.out().strip());
    }

    @Test
    void everyFaultOfAJarIsSaid() throws IOException {
        good().manifest("Plugin-Id", "No Id")
                .manifest("Plugin-Version", "1")
                .manifest("Plugin-Requires", "")
                .writeTo(home.resolve("bad.jar"));

        assertEquals(1, easel.run("plugin", "check", "bad.jar"));

        List<String> lines = easel.out().lines().toList();
        assertEquals(4, lines.size(), easel::out);
        assertTrue(lines.get(0).startsWith("fault: Plugin-Id is \"No Id\""), easel::out);
        assertTrue(lines.get(1).startsWith("fault: Plugin-Version is \"1\""), easel::out);
        assertTrue(lines.get(2).startsWith("warning: The manifest has no Plugin-Requires"), easel::out);
        assertEquals("bad.jar is refused.", lines.get(3));
    }

    @Test
    void aJarThatIsNotThereIsWrongUsage() {
        assertEquals(2, easel.run("plugin", "check", "none.jar"));
        assertEquals(
                List.of("JAR is \"none.jar\", which does not exist; give the path of a plugin's jar."),
                easel.errLines());
        assertEquals(2, easel.run("plugin", "check"));
    }

    @Test
    void everyFieldSurvivesTheSocket() {
        assertEquals(DRAINING, PluginStatusJson.read(PluginStatusJson.write(DRAINING)));
        assertEquals(FAILED, PluginStatusJson.read(PluginStatusJson.write(FAILED)));
    }
}
