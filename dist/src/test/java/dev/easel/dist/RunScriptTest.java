package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When {@code dist/run} builds, shown on a small checkout with a stand-in for Maven. */
class RunScriptTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private Path checkout;
    private Path source;

    @BeforeEach
    void givenACheckoutWithoutADistribution() throws IOException {
        checkout = folder.resolve("a checkout");
        source = checkout.resolve("host/src/main/java/Host.java");
        Files.createDirectories(source.getParent());
        Files.createDirectories(checkout.resolve("dist/src/main"));
        for (String file : List.of("pom.xml", "host/pom.xml", "dist/pom.xml", "host/src/main/java/Host.java")) {
            Files.writeString(checkout.resolve(file), file);
        }
        Files.copy(Path.of("run").toAbsolutePath(), checkout.resolve("dist/run"));
        age();
        Path mvn = Files.createDirectories(folder.resolve("tools")).resolve("mvn");
        FakeJava.script(
                mvn,
                "echo maven speaks",
                "mkdir -p dist/target/easel-9/bin && touch dist/target/built-from",
                "printf '#!/bin/sh\\nprintf \"%%s\\\\n\" \"$@\"\\n' >dist/target/easel-9/bin/easel",
                "chmod +x dist/target/easel-9/bin/easel");
    }

    @Test
    void aMissingDistributionIsBuiltAndGetsTheArguments() throws Exception {
        EaselCommand.Result result = run("generate", "a red fox", "");
        assertEquals(List.of("generate", "a red fox", ""), result.out(), "stdout is easel's alone");
        assertTrue(result.errMentions("maven speaks"), () -> "stderr " + result.err());
    }

    @Test
    void aDistributionThatIsNewerThanTheSourcesIsStartedAtOnce() throws Exception {
        run("version");
        EaselCommand.Result second = run("version");
        assertEquals(List.of("version"), second.out());
        assertEquals(List.of(), second.err(), "stderr");
    }

    @Test
    void aChangedSourceIsBuilt() throws Exception {
        run("version");
        Files.writeString(source, "changed");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertTrue(run("version").errMentions("maven speaks"), "no build");
    }

    @Test
    void aDeletedSourceIsBuilt() throws Exception {
        run("version");
        Files.delete(source);
        Files.setLastModifiedTime(
                source.getParent(), FileTime.from(Instant.now().plusSeconds(5)));
        assertTrue(run("version").errMentions("maven speaks"), "no build");
    }

    @Test
    void aBuildThatFailsStartsNothing() throws Exception {
        FakeJava.script(folder.resolve("tools/mvn"), "echo it does not compile", "exit 1");
        EaselCommand.Result result = run("version");
        assertEquals(1, result.status());
        assertEquals(List.of(), result.out(), "stdout");
        assertTrue(result.errMentions("it does not compile"), () -> "stderr " + result.err());
    }

    @Test
    void aMissingMavenIsSaid() throws Exception {
        EaselCommand.Result result =
                command("version").with("PATH", pathWithoutMaven()).run();
        assertEquals(1, result.status());
        assertTrue(result.errMentions("no mvn on the PATH"), () -> "stderr " + result.err());
    }

    /** The other tools that the script needs, and no Maven. */
    private String pathWithoutMaven() throws IOException {
        Path tools = Files.createDirectories(folder.resolve("few tools"));
        for (String tool : List.of("dirname", "find", "head", "sh")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        return tools.toString();
    }

    private EaselCommand.Result run(String... arguments) throws IOException, InterruptedException {
        return command(arguments).run();
    }

    private EaselCommand command(String... arguments) {
        return EaselCommand.program(checkout.resolve("dist/run"), arguments)
                .with("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"))
                .in(folder);
    }

    private void age() throws IOException {
        try (var files = Files.walk(checkout)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, LONG_AGO);
            }
        }
    }
}
