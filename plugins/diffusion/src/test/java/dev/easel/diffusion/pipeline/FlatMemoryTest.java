package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Resident memory while pictures are made, in a Java machine that does other things, too. */
@EnabledOnOs(OS.LINUX)
class FlatMemoryTest {
    private static final int IMAGES = Integer.getInteger("diffusion.images", 30);
    private static final int WARM_UP = 10;
    /** Much less than the latents, states and pictures of 30 images come to, and more than Java itself wavers by. */
    private static final long ALLOWED_BYTES = 20_000_000;

    @Test
    void imagesInARowLeaveResidentMemoryFlat() throws IOException {
        Recipe recipe = new Recipe("a red circle", "", 1, 3, 256, 256);
        try (Pipeline pipeline = Models.pipeline("sdxl")) {
            make(pipeline, recipe, WARM_UP);
            long before = residentBytes();
            make(pipeline, recipe, IMAGES);
            long grown = residentBytes() - before;
            assertTrue(grown < ALLOWED_BYTES, () -> "%d images left %d bytes".formatted(IMAGES, grown));
        }
    }

    private static void make(Pipeline pipeline, Recipe recipe, int images) throws IOException {
        for (long seed = 0; seed < images; seed++) {
            pipeline.generate(recipe, List.of(seed), Cancellation.never(), new Album());
        }
        System.gc();
    }

    private static long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new AssertionError("no VmRSS");
    }
}
