package dev.easel.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class CommandLineTest {
    private final CommandLineFixture easel;

    CommandLineTest(@TempDir Path folder) {
        easel = new CommandLineFixture(folder);
    }

    @Test
    void serveSaysWhereItServesAndNothingElse() {
        assertEquals(0, easel.run("serve"));
        assertEquals("Easel is ready: http://127.0.0.1:8080" + System.lineSeparator(), easel.out());
        assertEquals(List.of("host closed"), easel.engine.events);
    }

    @Test
    void withoutACommandItServes() {
        assertEquals(0, easel.run("--port", "0", "--bind=::1"));
        assertEquals("Easel is ready: http://[::1]:54321" + System.lineSeparator(), easel.out());
    }

    @Test
    void serveTakesItsOptions() throws IOException {
        Path config = Files.writeString(easel.home.resolve("my.conf"), "max-images = 3");
        assertEquals(0, easel.run("serve", "--config", "my.conf", "--data", "d", "--plugins", "p"));
        assertEquals(3, easel.engine.config().tasks().maxImages());
        assertEquals(config.resolveSibling("d"), easel.engine.config().folders().data());
        assertEquals(config.resolveSibling("p"), easel.engine.config().folders().plugins());
    }

    @Test
    void theHostIsClosedOnlyWhenItIsAskedToStop() {
        StopSignal stop = new StopSignal() {
            @Override
            public void arm() {
                easel.engine.events.add("armed");
            }

            @Override
            public void await() {
                easel.engine.events.add("asked to stop");
            }
        };
        assertEquals(0, easel.run(stop, "serve"));
        assertEquals(List.of("armed", "asked to stop", "host closed"), easel.engine.events);
    }

    @Test
    void everyFaultOfTheConfigurationIsALine() throws IOException {
        Files.createDirectories(easel.home.resolve("conf"));
        Files.writeString(easel.home.resolve("conf/easel.conf"), "prot = 5\n\"a\\nb\" = 1");
        assertEquals(2, easel.run("serve", "--port", "x"));
        assertEquals(3, easel.errLines().size(), easel.err());
        assertEquals("", easel.out());
    }

    @Test
    void aHostThatCannotStartSaysSoInOneLine() {
        assertEquals(1, easel.run("serve", "--port", "1"));
        assertEquals(List.of("Port 1 is taken; choose another."), easel.errLines());
    }

    @Test
    void aBugEndsWithOne() {
        assertEquals(1, easel.run("serve", "--port", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nosuch",
                "serve --prot 1",
                "serve extra",
                "serve --port",
                "serve --port 1 --port 2",
                "task",
                "task nosuch",
                "task show",
                "task show seven",
                "generate",
                "generate a b",
                "generate a --count 0",
                "generate a --count 13",
                "generate a --count many",
                "generate a --provider nosuch",
                "version 1"
            })
    void wrongUsageEndsWithTwoAndALineOnStderr(String arguments) {
        assertEquals(2, easel.run(arguments.split(" ")));
        assertTrue(!easel.err().isBlank() && easel.out().isEmpty(), easel::err);
    }

    @Test
    void aMissingParameterIsNamed() {
        easel.run("generate");
        assertEquals(List.of("Missing required parameter: 'PROMPT'", "Try easel generate --help"), easel.errLines());
        easel.run("generate", "fox", "--config", "a\0b");
        assertEquals(List.of("--config is \"a\\u0000b\"; it must be a path."), easel.errLines());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "serve --help",
                "generate --help",
                "task --help",
                "task list --help",
                "task show --help",
                "plugin --help",
                "plugin list --help",
                "plugin check --help",
                "version --help"
            })
    void helpIsThereForEveryCommand(String arguments) {
        assertEquals(0, easel.run(arguments.split(" ")), easel::err);
        assertTrue(easel.out().startsWith("Usage: easel"), easel::out);
        assertEquals("", easel.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "generate", "task list", "task show", "version"})
    void everyCommandTakesConfigAndData(String command) {
        easel.run((command + " --help").split(" "));
        assertTrue(easel.out().contains("--config=F") && easel.out().contains("--data=D"), easel::out);
    }

    @Test
    void versionNamesEaselAndJava() {
        assertEquals(0, easel.run("version"));
        List<String> lines = easel.out().lines().toList();
        assertTrue(lines.get(0).matches("Easel \\d+\\.\\d+\\.\\d+.*"), easel::out);
        assertTrue(lines.get(1).startsWith("Java " + System.getProperty("java.version")), easel::out);
    }
}
