package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The distribution needs a Java and a data folder, and nothing else. */
class SurroundingsIT {
    @TempDir
    private Path folder;

    @Test
    void nothingInTheInstallationFolderChanges() throws Exception {
        Map<Path, FileTime> before = snapshot(Distribution.home());
        makeAPicture(EaselCommand.host(folder.resolve("data")));
        assertEquals(before, snapshot(Distribution.home()));
    }

    @Test
    void anEmptyEnvironmentIsEnough() throws Exception {
        makeAPicture(EaselCommand.host(folder.resolve("data")).withNothingButJava());
    }

    @Test
    void aHomeThatDoesNotExistIsNotMissed() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        makeAPicture(EaselCommand.host(folder.resolve("data"))
                .with("HOME", nowhere.toString())
                .with("EASEL_JAVA_OPTS", "-Duser.home=" + nowhere));
        assertEquals(false, Files.exists(nowhere), "it was made");
    }

    private static void makeAPicture(EaselCommand command) throws Exception {
        try (EaselProcess easel = command.start()) {
            OcsClient client = OcsClient.of(easel.awaitReady());
            assertEquals(200, client.schedule("a picture", "surroundings", 1).code());
            EaselCommand.Result end = easel.terminate();
            assertEquals(0, end.status(), () -> "exit status; stderr " + end.err());
            assertEquals(
                    List.of(),
                    end.err().stream().filter(SurroundingsIT::isTrouble).toList());
        }
    }

    private static boolean isTrouble(String line) {
        return line.contains("WARN") || line.contains("ERROR") || line.contains("Exception");
    }

    private static Map<Path, FileTime> snapshot(Path folder) throws IOException {
        Map<Path, FileTime> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.toList()) {
                files.put(file, Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
