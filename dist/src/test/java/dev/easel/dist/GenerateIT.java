package dev.easel.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code easel generate} as the README shows it. */
class GenerateIT {
    @TempDir
    private Path folder;

    @Test
    void threeDifferentPicturesAreWrittenAndTheirPathsPrinted() throws Exception {
        Path out = folder.resolve("pictures");
        EaselCommand.Result result = generate("a red fox in the snow", "--count", "3", "--out", out.toString());
        assertEquals(0, result.status(), () -> "exit status; stderr " + result.err());
        assertEquals(3, result.out().size(), "paths");
        Set<String> contents = new HashSet<>();
        for (String path : result.out()) {
            assertTrue(Path.of(path).startsWith(out), path);
            assertTrue(path.endsWith(".png"), path);
            assertNotNull(ImageIO.read(Path.of(path).toFile()), path);
            contents.add(new String(Files.readAllBytes(Path.of(path)), StandardCharsets.ISO_8859_1));
        }
        assertEquals(3, contents.size(), "different pictures");
        assertEquals(3, count(out), "files");
    }

    @Test
    void aPromptOfAnyScriptArrivesWholeWhereThereIsNoLocale() throws Exception {
        Path ofUtf8 = folder.resolve("utf8");
        Path ofNone = folder.resolve("none");
        String prompt = "ثعلب أحمر, лиса, αλεπού";
        EaselCommand.Result first =
                command(prompt, ofUtf8).with("LC_ALL", "C.UTF-8").run();
        EaselCommand.Result second =
                command(prompt, ofNone).withNothingButJava().run();
        assertEquals(List.of(0, 0), List.of(first.status(), second.status()), () -> first.err() + " " + second.err());
        assertEquals(
                -1,
                Files.mismatch(Path.of(first.out().get(0)), Path.of(second.out().get(0))),
                "the first byte that differs");
    }

    @Test
    void noPictureIsAskedForByABlankPrompt() throws Exception {
        EaselCommand.Result result = generate(" ");
        assertEquals(2, result.status());
        assertTrue(result.errMentions("PROMPT is blank"), () -> "stderr " + result.err());
    }

    private EaselCommand.Result generate(String prompt, String... options) throws IOException, InterruptedException {
        return EaselCommand.easel("generate", prompt, "--data", data())
                .and(options)
                .in(folder)
                .run();
    }

    private EaselCommand command(String prompt, Path out) {
        return EaselCommand.easel("generate", prompt, "--data", data(), "--out", out.toString());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
