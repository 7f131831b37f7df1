package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Broken jars cost their own providers, and nothing else. */
class BrokenPluginsIT {
    @TempDir
    private Path folder;

    private Path plugins;

    @BeforeEach
    void givenBrokenJarsBesideAGoodOne() throws IOException {
        plugins = Files.createDirectories(folder.resolve("plugins"));
        Path good = Distribution.only(Distribution.home().resolve("plugins"), "easel-placeholder-*.jar");
        byte[] bytes = Files.readAllBytes(good);
        Files.copy(good, plugins.resolve("good.jar"));
        Files.write(plugins.resolve("truncated.jar"), Arrays.copyOf(bytes, bytes.length / 2));
        Files.writeString(plugins.resolve("text.jar"), "This is no archive at all.");
        PluginJars.packLibrary(plugins.resolve("library.jar"));
        PluginJars.compile("ThrowingProvider", plugins);
    }

    @Test
    void theHostStartsNamesEachWithItsReasonAndServesTheOthers() throws Exception {
        try (EaselProcess easel = EaselCommand.host(folder.resolve("data"), "--plugins", plugins.toString())
                .start()) {
            OcsAnswer made = OcsClient.of(easel.awaitReady()).schedule("still working", "broken", 1);
            assertEquals(200, made.code());
            EaselCommand.Result end = easel.terminate();
            for (String jar : List.of("truncated.jar", "text.jar", "library.jar", "throwing.jar")) {
                assertTrue(end.errMentions(jar), () -> jar + " is not mentioned: " + end.err());
            }
            assertTrue(end.errMentions("the paint has dried up"), () -> "the cause is missing: " + end.err());
            assertTrue(end.errMentions("library.jar", "Plugin-Id"), () -> "the cause is missing: " + end.err());
            assertTrue(end.errMentions("INFO", "good.jar"), () -> "the good one is not loaded: " + end.err());
        }
    }
}
