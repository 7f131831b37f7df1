package dev.easel.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class GenerateCommandTest {
    private final Path folder;
    private final CommandLineFixture easel;

    GenerateCommandTest(@TempDir Path folder) {
        this.folder = folder;
        this.easel = new CommandLineFixture(folder);
    }

    @Test
    void theImagesAreWrittenAndTheirPathsPrinted() throws IOException {
        assertEquals(0, easel.run("generate", "A red fox in the snow", "--count", "2", "--out", "new/pictures"));
        Path first = folder.resolve("new/pictures/a-red-fox-in-the-snow-1.png");
        Path second = folder.resolve("new/pictures/a-red-fox-in-the-snow-2.jpg");
        assertEquals(
                List.of(first.toString(), second.toString()),
                easel.out().lines().toList());
        assertEquals("image 0", Files.readString(first));
        assertEquals("image 1", Files.readString(second));
        assertEquals("", easel.err());
        assertEquals(List.of("generator closed"), easel.engine.events);
    }

    @Test
    void theWorkingFolderAndOneImageAreTheDefault() {
        assertEquals(0, easel.run("generate", "fox"));
        assertEquals(folder.resolve("fox-1.png") + System.lineSeparator(), easel.out());
        assertEquals(List.of(new GenerateOptions("fox", 1, Optional.empty())), easel.engine.generated);
    }

    @Test
    void theProviderIsPassedOn() {
        easel.run("generate", "fox", "--provider", "fake");
        assertEquals(List.of(new GenerateOptions("fox", 1, Optional.of("fake"))), easel.engine.generated);
    }

    @Test
    void noFileIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("fox-1.png"), "mine");
        easel.run("generate", "fox");
        easel.run("generate", "fox");
        assertEquals(folder.resolve("fox-1-3.png") + System.lineSeparator(), easel.out());
        assertEquals("mine", Files.readString(folder.resolve("fox-1.png")));
    }

    @Test
    void theBoundsOfCountAreSaid() {
        easel.environment.put("EASEL_MAX_IMAGES", "4");
        assertEquals(2, easel.run("generate", "fox", "--count", "5"));
        assertEquals(
                List.of("--count is \"5\"; it must be a whole number from 1 to 4 (max-images)."), easel.errLines());
        assertEquals(0, easel.run("generate", "fox", "--count", "4"));
    }

    @Test
    void aBlankPromptIsWrongUsage() {
        assertEquals(2, easel.run("generate", " "));
        assertEquals(List.of("PROMPT is blank; say what the images shall show."), easel.errLines());
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidInOneLine() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertEquals(1, easel.run("generate", "fox", "--out", "file"));
        assertEquals(1, easel.errLines().size());
        assertTrue(easel.err().startsWith("The images cannot be written to " + folder.resolve("file")), easel::err);
    }

    @Test
    void progressIsDrawnOnATerminalAndTakenAway() {
        easel.terminal = true;
        easel.run("generate", "fox");
        assertTrue(easel.err().contains("[####################--------------------]  50 %"), easel::err);
        assertTrue(easel.err().endsWith("\r\u001b[K"), easel::err);
        assertEquals(folder.resolve("fox-1.png") + System.lineSeparator(), easel.out());
    }

    @ParameterizedTest
    @CsvSource({
        "'  Ein Café -- über/../Straße! ', ein-cafe-uber-stra-e",
        "ثعلب أحمر, image",
        "🦊, image",
        "../../etc/passwd, etc-passwd",
        "a 狐 in snow, a-in-snow",
        "'a painting of a very long prompt that goes on and on and on, well beyond any use',"
                + " a-painting-of-a-very-long-prompt-that-goes-on-and-on-and-on"
    })
    void aPromptBecomesASafeFileName(String prompt, String slug) {
        assertEquals(slug, ImageFiles.slug(prompt));
    }

    @Test
    void aLongWordIsCut() {
        assertEquals("x".repeat(60), ImageFiles.slug("x".repeat(500)));
    }
}
