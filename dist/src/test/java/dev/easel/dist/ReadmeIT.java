package dev.easel.dist;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The README's shell lines, run as they stand there, and its table of keys. */
class ReadmeIT {
    private static final Pattern SHELL = Pattern.compile("^```sh\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void itsShellLinesMakePictures() throws Exception {
        try (EaselProcess easel =
                EaselCommand.easel("--port", "0", "--data", data("host")).start()) {
            URI host = easel.awaitReady();
            EaselCommand.Result result = runShellLines(host);
            assertEquals(0, result.status(), () -> "exit status; stdout " + result.out() + ", stderr " + result.err());
            assertTrue(result.out().stream().anyMatch(line -> line.contains("<status>3</status>")), "the task in XML");
            assertTrue(
                    result.out().stream().anyMatch(line -> line.contains("Auftrag nicht gefunden")), "the German text");
            for (String picture : List.of("fox.png", "renard.png")) {
                assertNotNull(ImageIO.read(folder.resolve(picture).toFile()), picture);
            }
            try (var pictures = Files.list(folder.resolve("pictures"))) {
                assertEquals(3, pictures.count(), "pictures of generate");
            }
        }
    }

    @Test
    void itsTableHoldsTheKeysOfTheConfigurationFile() throws IOException {
        String conf = Files.readString(Distribution.home().resolve("conf/easel.conf"));
        List<String> keys = found("^# ([a-z.-]+) = ", conf);
        assertTrue(keys.size() > 10, () -> "keys of the file: " + keys);
        String readme = readme();
        String table = readme.substring(readme.indexOf("## Configuration"));
        assertEquals(new TreeSet<>(keys), new TreeSet<>(found("^\\| `([a-z.-]+)` \\| `EASEL_", table)));
        assertEquals(
                new TreeSet<>(found("^# (EASEL_[A-Z_]+)", conf)),
                new TreeSet<>(found("\\| `(EASEL_[A-Z_]+)` \\|", table)));
    }

    private EaselCommand.Result runShellLines(URI host) throws IOException, InterruptedException {
        List<String> blocks = found(SHELL.pattern(), readme());
        assertTrue(blocks.size() >= 6, () -> "blocks in the README: " + blocks.size());
        String script =
                "set -eu\n" + blocks.stream().map(ReadmeIT::requiringSuccess).collect(Collectors.joining("\n"));
        script = script.replace("http://127.0.0.1:8080", host.toString())
                .replace("dist/run user add ", Distribution.launcher() + " user add --data '" + data("host") + "' ")
                .replace("dist/run ", Distribution.launcher() + " ");
        Path file = Files.writeString(folder.resolve("readme.sh"), script);
        return EaselCommand.program(Path.of("sh"), file.toString())
                .with("EASEL_DATA", data("generate"))
                .in(folder)
                .run();
    }

    /** The block that shows the languages of messages is refused on purpose. */
    private static String requiringSuccess(String block) {
        return block.contains("Accept-Language") ? block : block.replace("curl -s", "curl -sS --fail-with-body");
    }

    private static String readme() throws IOException {
        return Files.readString(Distribution.checkout().resolve("README.md"));
    }

    private String data(String name) {
        return folder.resolve("data of " + name).toString();
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL | Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toList());
    }
}
