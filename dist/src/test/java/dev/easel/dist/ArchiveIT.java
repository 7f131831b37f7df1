package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The packed distribution, and the archives of loaded classes that shorten its start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveIT {
    private static final String SHOW_SOURCES = "-Xlog:class+load=info:stderr";

    private Path folder = Path.of("");
    private Path unpacked = Path.of("");

    @BeforeAll
    void unpack(@TempDir Path given) throws Exception {
        folder = given;
        unpacked = unpackInto(folder.resolve("unpacked"));
    }

    @Test
    void aPackedDistributionStartsFromAFolderWithBlanks() throws Exception {
        Path elsewhere = unpackInto(folder.resolve("a folder with blanks"));
        EaselCommand.Result result = EaselCommand.program(elsewhere.resolve("bin/easel"), "generate", "a boat")
                .in(folder)
                .run();
        assertEquals(0, result.status(), () -> "exit status; stderr " + result.err());
        assertTrue(Files.exists(elsewhere.resolve("data")), "its data folder");
        assertTrue(Files.exists(Path.of(result.out().get(0))), () -> "stdout " + result.out());
    }

    @Test
    void theBuildLeavesAnArchiveThatTheLauncherUses() throws Exception {
        EaselCommand.Result version = EaselCommand.easel("version")
                .with("EASEL_JAVA_OPTS", SHOW_SOURCES)
                .run();
        assertEquals(0, version.status());
        assertTrue(loadsFromArchive(version.err()), () -> "sources " + tail(version.err()));
    }

    @Test
    void aPackedDistributionRecordsAnArchiveWhenItFirstStopsAndUsesItAfterwards() throws Exception {
        Path data = folder.resolve("data of the first");
        EaselCommand.Result first = serve(data, "");
        assertEquals(
                List.of(),
                first.err().stream().filter(line -> line.contains("cds")).toList(),
                "stderr");
        assertFalse(Files.exists(unpacked.resolve("lib/cds")), "the installation folder was written to");
        assertTrue(loadsFromArchive(serve(data, SHOW_SOURCES).err()), "the second start is without the archive");
    }

    @Test
    void anArchiveThatDoesNotFitIsPassedOverInSilence() throws Exception {
        Path data = folder.resolve("data of the second");
        serve(data, "");
        Path archive = Distribution.only(data.resolve("cds"), "easel-*.jsa");
        byte[] bytes = Files.readAllBytes(archive);
        for (byte[] spoiled : List.of(new byte[0], new byte[100_000], half(bytes))) {
            Files.deleteIfExists(archive);
            Files.write(archive, spoiled);
            EaselCommand.Result end = serve(data, "");
            assertEquals(0, end.status(), () -> "exit status; stderr " + end.err());
            assertEquals(1, end.out().size(), () -> "stdout " + end.out());
            assertEquals(
                    List.of(),
                    end.err().stream().filter(line -> !line.contains(" INFO ")).toList());
        }
    }

    private static Path unpackInto(Path folder) throws IOException, InterruptedException {
        Path name = Path.of(Distribution.home().toFile().getName());
        Path packed = Distribution.home().resolveSibling(name + ".tar.gz");
        EaselCommand.Result tar = EaselCommand.program(Path.of("tar"), "xzf", packed.toString())
                .in(Files.createDirectories(folder))
                .run();
        assertEquals(0, tar.status(), () -> "tar: " + tar.err());
        return folder.resolve(name);
    }

    private EaselCommand.Result serve(Path data, String options) throws IOException, InterruptedException {
        try (EaselProcess easel = EaselCommand.program(unpacked.resolve("bin/easel"), "--port", "0")
                .and("--data=" + data)
                .with("EASEL_JAVA_OPTS", options)
                .start()) {
            OcsClient.of(easel.awaitReady()).isAvailable();
            return easel.terminate();
        }
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static boolean loadsFromArchive(List<String> lines) {
        return lines.stream()
                .anyMatch(line -> line.contains("dev.easel.host.Easel ") && line.contains("shared objects file"));
    }

    private static List<String> tail(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - 5), lines.size());
    }
}
