package dev.easel.placeholder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A server may have no fonts, no fontconfig, no FreeType and no window system; Java's own text drawing fails there. */
class BareMachineTest {
    private static final Pattern WHAT_NEEDS_THEM = Pattern.compile(
            "(java\\.awt\\.(Font|GraphicsEnvironment|Graphics2D|Toolkit|Color|image\\..*)|sun\\.font\\..*|sun\\.java2d\\..*"
                    + "|sun\\.awt\\.(?!geom\\.).*|javax\\.imageio\\..*)");

    @Test
    void noClassOfJavasFontsOrGraphicsIsLoaded(@TempDir Path folder) throws Exception {
        Path classes = folder.resolve("classes.log");
        String printed = run(folder.resolve("out.txt"), "-Xlog:class+load:file=" + classes);
        assertTrue(printed.contains("bytes: "), printed);
        List<String> loaded = Files.readAllLines(classes).stream()
                .map(line -> line.replaceAll("^(\\[[^]]*\\])+ | source:.*$", ""))
                .toList();
        assertTrue(loaded.contains(PlaceholderProvider.class.getName()), "the log of classes is read wrongly");
        assertEquals(
                List.of(),
                loaded.stream().filter(WHAT_NEEDS_THEM.asMatchPredicate()).toList());
    }

    private static String run(Path output, String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-Dsun.awt.fontconfig=/nonexistent",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareMachine.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertEquals(0, process.waitFor(), () -> "see " + output);
        return Files.readString(output);
    }
}
