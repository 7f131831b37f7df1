package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How {@code bin/easel} finds a Java and what it passes on. */
class LauncherIT {
    private static final String FOR_UNSAFE = "--sun-misc-unsafe-memory-access=allow";

    @TempDir
    private Path folder;

    @Test
    void anOldJavaIsRefusedWithItsVersionAndTheWayOut() throws Exception {
        EaselCommand.Result result = onFakeJava("11.0.2").run();
        assertEquals(2, result.status());
        assertEquals(List.of(), result.out(), "the old Java was started");
        assertTrue(result.errMentions("11.0.2", "17 or newer", "JAVA_HOME"), () -> "stderr " + result.err());
    }

    @Test
    void aVeryOldJavaIsRefusedToo() throws Exception {
        EaselCommand.Result result = onFakeJava("1.8.0_392").run();
        assertEquals(2, result.status());
        assertTrue(result.errMentions("1.8.0_392"), () -> "stderr " + result.err());
    }

    @Test
    void aJavaWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
        Path home = FakeJava.of("unread", folder.resolve("java"));
        Files.delete(home.resolve("release"));
        FakeJava.script(home.resolve("bin/java"), "echo 'openjdk version \"9.0.1\" 2017-10-17' >&2");
        EaselCommand.Result result =
                EaselCommand.easel("version").with("JAVA_HOME", home.toString()).run();
        assertEquals(2, result.status());
        assertTrue(result.errMentions("9.0.1", "17 or newer"), () -> "stderr " + result.err());
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        EaselCommand.Result result = EaselCommand.easel("version")
                .with("JAVA_HOME", folder.toString())
                .run();
        assertEquals(2, result.status());
        assertTrue(result.errMentions(folder.toString(), "bin/java"), () -> "stderr " + result.err());
    }

    @Test
    void aMissingJavaIsSaid() throws Exception {
        EaselCommand.Result result = EaselCommand.easel("version")
                .without("JAVA_HOME")
                .with("PATH", folder.toString())
                .run();
        assertEquals(2, result.status());
        assertTrue(result.errMentions("no java on the PATH", "17 or newer"), () -> "stderr " + result.err());
    }

    @Test
    void theJavaOnThePathServesWithoutJavaHome() throws Exception {
        Path home = FakeJava.of("17.0.1", folder.resolve("a java"));
        EaselCommand.Result result = EaselCommand.easel("version")
                .without("JAVA_HOME")
                .with("PATH", home.resolve("bin") + ":" + System.getenv("PATH"))
                .run();
        assertEquals(0, result.status(), () -> "stderr " + result.err());
        assertEquals("version", result.out().get(result.out().size() - 1));
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        List<String> out = onFakeJava("17.0.1")
                .and("two  words", "", "*", "$HOME \"'`")
                .run()
                .out();
        assertEquals(List.of("version", "two  words", "", "*", "$HOME \"'`"), out.subList(out.size() - 5, out.size()));
    }

    @Test
    void theOptionsOfTheEnvironmentComeAfterTheLaunchersOwn() throws Exception {
        List<String> out = onFakeJava("17.0.1")
                .with("EASEL_JAVA_OPTS", "-Xmx64m -Dfile.encoding=latin1")
                .run()
                .out();
        assertTrue(out.contains("-Deasel.home=" + Distribution.home()), () -> "arguments " + out);
        assertTrue(out.contains("-Deasel.stderr.tty=false"), () -> "arguments " + out);
        assertTrue(out.indexOf("-Dfile.encoding=latin1") > out.indexOf("-Dfile.encoding=UTF-8"), () -> "" + out);
        assertTrue(out.indexOf("-Xmx64m") < out.indexOf("-jar"), () -> "arguments " + out);
    }

    @Test
    void warningsOfNewerJavasAreSilencedOnlyWhereTheyKnowHow() throws Exception {
        assertFalse(onFakeJava("21.0.1").run().out().contains(FOR_UNSAFE), "on 21");
        assertTrue(onFakeJava("25").run().out().contains(FOR_UNSAFE), "on 25");
    }

    @Test
    void symbolicLinksLeadToTheDistribution() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("first link"), Distribution.launcher());
        Path second = Files.createSymbolicLink(folder.resolve("second"), folder.relativize(first));
        EaselCommand.Result result = EaselCommand.program(second, "version").run();
        assertEquals(0, result.status(), () -> "stderr " + result.err());
        assertTrue(result.out().get(0).startsWith("Easel "), () -> "stdout " + result.out());
        assertEquals(List.of(), result.err(), "stderr");
    }

    private EaselCommand onFakeJava(String version) throws IOException {
        Path home = FakeJava.of(version, folder.resolve("java " + version));
        return EaselCommand.easel("version").with("JAVA_HOME", home.toString());
    }
}
