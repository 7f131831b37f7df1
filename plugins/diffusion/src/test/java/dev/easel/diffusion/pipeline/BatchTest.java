package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.onnx.OnnxException;
import dev.easel.diffusion.scheduler.Scheduler;
import dev.easel.diffusion.scheduler.SchedulerKind;
import dev.easel.diffusion.scheduler.Schedulers;
import dev.easel.diffusion.tokenizer.LongPrompt;
import dev.easel.diffusion.zoo.Zoo;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class BatchTest {
    private static final List<Long> SEEDS = List.of(10L, 11L, 12L);

    static List<String> names() {
        return Zoo.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aPictureOfABatchIsTheSameAsAlone(String name) throws IOException {
        Album together = new Album();
        try (Pipeline pipeline = Models.pipeline(name)) {
            pipeline.generate(Models.recipe(3), SEEDS, Cancellation.never(), together);
            for (int i = 0; i < SEEDS.size(); i++) {
                Album alone = new Album();
                pipeline.generate(Models.recipe(3), List.of(SEEDS.get(i)), Cancellation.never(), alone);
                assertArrayEquals(alone.png(0), together.png(i));
            }
        }
    }

    @Test
    void freshNoiseOfAnImageIsItsOwn() throws IOException {
        Album together = new Album();
        Album alone = new Album();
        DiffusionModel model = Models.read("sd15");
        Scheduler scheduler = Schedulers.of(model.scheduler().with(SchedulerKind.EULER_ANCESTRAL));
        try (Pipeline pipeline = new Pipeline(model, scheduler, Models.SETTINGS)) {
            pipeline.generate(Models.recipe(1), SEEDS, Cancellation.never(), together);
            pipeline.generate(Models.recipe(1), List.of(12L), Cancellation.never(), alone);
        }
        assertArrayEquals(alone.png(0), together.png(2));
    }

    @Test
    void theMemoryBoundSaysHowManyAreMadeAtOnce() throws IOException {
        RecordingGraphs graphs = new RecordingGraphs();
        LatentShape latent = new LatentShape(4, 8, 8);
        long two = 2 * MemoryNeed.ofImage(latent, 1);
        PipelineSettings settings = new PipelineSettings(Models.SESSIONS, LongPrompt.CUT, two, false);
        try (Pipeline pipeline = Models.pipeline(Models.read("turbo"), settings, graphs)) {
            pipeline.generate(
                    new Recipe("a", "", 1, 1, 64, 64), List.of(1L, 2L, 3L, 4L, 5L), Cancellation.never(), new Album());
        }
        assertEquals(List.of(2, 2, 1), graphs.rows);
    }

    @Test
    void oneImageIsMadeHoweverSmallTheBound() throws IOException {
        RecordingGraphs graphs = new RecordingGraphs();
        PipelineSettings settings = new PipelineSettings(Models.SESSIONS, LongPrompt.CUT, 1, false);
        try (Pipeline pipeline = Models.pipeline(Models.read("turbo"), settings, graphs)) {
            pipeline.generate(new Recipe("a", "", 1, 1, 64, 64), List.of(1L, 2L), Cancellation.never(), new Album());
        }
        assertEquals(List.of(1, 1), graphs.rows);
    }

    @Test
    void whereMemoryIsTooSmallABatchIsHalved() throws IOException {
        RecordingGraphs graphs = new RecordingGraphs();
        graphs.mostRows = 2;
        Album album = new Album();
        try (Pipeline pipeline = Models.pipeline(Models.read("turbo"), Models.SETTINGS, graphs)) {
            pipeline.generate(
                    new Recipe("a", "", 1, 1, 64, 64), List.of(1L, 2L, 3L, 4L, 5L), Cancellation.never(), album);
        }
        assertEquals(List.of(2, 2, 1), graphs.rows);
        assertEquals(5, album.pictures.size());
        assertEquals(album.progress.stream().sorted().toList(), album.progress);
    }

    @Test
    void whereMemoryIsTooSmallForOneImageTheRunFails() {
        RecordingGraphs graphs = new RecordingGraphs();
        graphs.mostRows = 1;
        try (Pipeline pipeline = Models.pipeline(Models.read("sd15"), Models.SETTINGS, graphs)) {
            OnnxException failed = assertThrows(
                    OnnxException.class,
                    () -> pipeline.generate(Models.recipe(5), SEEDS, Cancellation.never(), new Album()));
            assertEquals(OnnxException.Kind.MEMORY, failed.kind());
        }
    }
}
