package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.onnx.Device;
import dev.easel.diffusion.onnx.GraphOptimization;
import dev.easel.diffusion.onnx.SessionSettings;
import dev.easel.diffusion.onnx.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a pipeline leaves behind, as Linux counts it. */
@EnabledOnOs(OS.LINUX)
class LeftoversTest {
    private static final int IMAGES = Integer.getInteger("diffusion.images", 30);
    private static final int WARM_UP = 10;
    private static final int SAMPLES = 5;
    /** More than Java itself starts in the meantime. */
    private static final int MANY_THREADS = 9;
    /** Less than what the pictures of 30 images come to as the decoder makes them. */
    private static final long ALLOWED_BYTES = 20_000_000;

    @Test
    void imagesInARowLeaveResidentMemoryFlat() throws IOException {
        Recipe recipe = new Recipe("a red circle", "", 1, 3, 256, 256);
        try (Pipeline pipeline = Models.pipeline("sdxl")) {
            make(pipeline, recipe, WARM_UP);
            long before = leastResident(pipeline, recipe);
            make(pipeline, recipe, IMAGES);
            long grown = leastResident(pipeline, recipe) - before;
            assertTrue(grown < ALLOWED_BYTES, () -> "%d images left %d bytes".formatted(IMAGES, grown));
        }
    }

    @Test
    void aClosedPipelineLeavesNoThreads() throws IOException {
        SessionSettings sessions = new SessionSettings(
                Device.CPU, MANY_THREADS, false, true, true, GraphOptimization.ALL, Optional.empty());
        Pipeline pipeline = Models.pipeline(Models.read("sd15"), Models.SETTINGS, new Sessions(sessions));
        long before = threads();
        pipeline.load();
        long loaded = threads();
        pipeline.close();
        assertTrue(loaded >= before + MANY_THREADS, () -> before + ", then " + loaded);
        await().until(() -> threads() < before + MANY_THREADS);
    }

    private static long threads() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.count();
        }
    }

    /** Returns the least of a few times, since Java's own compilers need some memory now and then. */
    private static long leastResident(Pipeline pipeline, Recipe recipe) throws IOException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < SAMPLES; i++) {
            make(pipeline, recipe, 1);
            System.gc();
            least = Math.min(least, residentBytes());
        }
        return least;
    }

    private static void make(Pipeline pipeline, Recipe recipe, int images) throws IOException {
        for (long seed = 0; seed < images; seed++) {
            pipeline.generate(recipe, List.of(seed), Cancellation.never(), new Album());
        }
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
