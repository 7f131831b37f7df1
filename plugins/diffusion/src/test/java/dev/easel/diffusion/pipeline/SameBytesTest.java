package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.onnx.Device;
import dev.easel.diffusion.onnx.GraphOptimization;
import dev.easel.diffusion.onnx.SessionSettings;
import dev.easel.diffusion.onnx.Sessions;
import dev.easel.diffusion.tokenizer.LongPrompt;
import dev.easel.diffusion.zoo.Zoo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

class SameBytesTest {

    static List<String> names() {
        return Zoo.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void threadsMemoryAndSpinningDoNotChangeThePicture(String name) throws IOException {
        byte[] expected = png(name, sessions(1, false, true));
        assertArrayEquals(expected, png(name, sessions(2, false, true)));
        assertArrayEquals(expected, png(name, sessions(3, true, false)));
    }

    @Test
    void runsAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try (Pipeline pipeline = Models.pipeline("sd15")) {
            List<Future<byte[]>> runs = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                runs.add(executor.submit(() -> png(pipeline)));
            }
            byte[] expected = png(pipeline);
            for (Future<byte[]> run : runs) {
                assertArrayEquals(expected, run.get());
            }
        } finally {
            executor.shutdownNow();
        }
    }

    private static SessionSettings sessions(int threads, boolean spinning, boolean memory) {
        return new SessionSettings(
                Device.CPU, threads, spinning, memory, memory, GraphOptimization.ALL, Optional.empty());
    }

    private static byte[] png(String name, SessionSettings sessions) throws IOException {
        PipelineSettings settings = new PipelineSettings(sessions, LongPrompt.CUT, Long.MAX_VALUE, false);
        try (Pipeline pipeline = Models.pipeline(Models.read(name), settings, new Sessions(sessions))) {
            return png(pipeline);
        }
    }

    private static byte[] png(Pipeline pipeline) throws IOException {
        Album album = new Album();
        pipeline.generate(Models.recipe(3), List.of(5L), Cancellation.never(), album);
        return album.png(0);
    }
}
