package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.png.Picture;
import dev.easel.diffusion.scheduler.SchedulerKind;
import dev.easel.diffusion.scheduler.Schedulers;
import dev.easel.diffusion.zoo.Zoo;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PipelineTest {

    static List<String> names() {
        return Zoo.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFamilyMakesPicturesThatDependOnTheSeedAlone(String name) throws IOException {
        Album first = new Album();
        Album second = new Album();
        try (Pipeline pipeline = Models.pipeline(name)) {
            pipeline.generate(Models.recipe(4), List.of(7L, 8L), Cancellation.never(), first);
        }
        try (Pipeline pipeline = Models.pipeline(name)) {
            pipeline.generate(Models.recipe(4), List.of(7L, 8L), Cancellation.never(), second);
        }
        assertEquals(Set.of(0, 1), first.pictures.keySet());
        assertTrue(colours(first.picture(0)) > 100, "a picture of noise has many colours");
        assertNotEquals(0, first.distance(0, first, 1));
        assertArrayEquals(first.png(0), second.png(0));
        assertArrayEquals(first.png(1), second.png(1));
    }

    @ParameterizedTest
    @EnumSource
    void everySchedulerMakesPictures(SchedulerKind kind) throws IOException {
        DiffusionModel model = Models.read("sd15");
        Album album = new Album();
        try (Pipeline pipeline =
                new Pipeline(model, Schedulers.of(model.scheduler().with(kind)), Models.SETTINGS)) {
            pipeline.generate(Models.recipe(2), List.of(1L), Cancellation.never(), album);
        }
        assertTrue(colours(album.picture(0)) > 100, "a picture of noise has many colours");
        assertEquals(1, album.progress.get(album.progress.size() - 1));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theWordsMatter(String name) throws IOException {
        Album one = new Album();
        Album other = new Album();
        try (Pipeline pipeline = Models.pipeline(name)) {
            pipeline.generate(new Recipe("a", "", 2, 1, 64, 64), List.of(1L), Cancellation.never(), one);
            pipeline.generate(new Recipe("b", "", 2, 1, 64, 64), List.of(1L), Cancellation.never(), other);
        }
        assertNotEquals(0, one.distance(0, other, 0));
    }

    @Test
    void aPictureCanBeWiderThanHigh() throws IOException {
        Album album = new Album();
        try (Pipeline pipeline = Models.pipeline("sdxl")) {
            pipeline.generate(new Recipe("a", "", 1, 3, 96, 64), List.of(1L), Cancellation.never(), album);
        }
        assertEquals(96, album.picture(0).width());
        assertEquals(64, album.picture(0).height());
    }

    @Test
    void aSizeThatTheModelCannotMakeIsRefusedBeforeAnythingIsLoaded() {
        RecordingGraphs graphs = new RecordingGraphs();
        try (Pipeline pipeline = Models.pipeline(Models.read("sd15"), Models.SETTINGS, graphs)) {
            Recipe recipe = new Recipe("a", "", 1, 1, 64, 60);
            IllegalArgumentException refused = assertThrows(
                    IllegalArgumentException.class,
                    () -> pipeline.generate(recipe, List.of(1L), Cancellation.never(), new Album()));
            assertEquals("height is 60, but must be a multiple of 8 from 8 to 256", refused.getMessage());
        }
        assertEquals(List.of(), graphs.opened);
    }

    @Test
    void stepsThatTheSchedulerCannotMakeAreRefused() {
        try (Pipeline pipeline = Models.pipeline("sd15")) {
            Recipe recipe = new Recipe("a", "", 1001, 1, 64, 64);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> pipeline.generate(recipe, List.of(1L), Cancellation.never(), new Album()));
        }
    }

    @Test
    void graphsAreLoadedWhenTheyAreNeededAndFreedAtTheEnd() throws IOException {
        RecordingGraphs graphs = new RecordingGraphs();
        try (Pipeline pipeline = Models.pipeline(Models.read("sd15"), Models.SETTINGS, graphs)) {
            assertEquals(List.of(), graphs.opened);
            pipeline.generate(Models.recipe(1), List.of(1L), Cancellation.never(), new Album());
            pipeline.generate(Models.recipe(1), List.of(2L), Cancellation.never(), new Album());
            assertEquals(List.of("text_encoder", "unet", "vae_decoder"), graphs.opened);
        }
        assertEquals(new TreeSet<>(graphs.opened), new TreeSet<>(graphs.closed));
    }

    @Test
    void everythingCanBeLoadedAtOnce() {
        RecordingGraphs graphs = new RecordingGraphs();
        try (Pipeline pipeline = Models.pipeline(Models.read("sdxl"), Models.SETTINGS, graphs)) {
            pipeline.load();
            assertEquals(Set.of("text_encoder", "text_encoder_2", "unet", "vae_decoder"), Set.copyOf(graphs.opened));
        }
    }

    @Test
    void aClosedPipelineRefuses() {
        Pipeline pipeline = Models.pipeline("sd15");
        pipeline.close();
        pipeline.close();
        assertThrows(IllegalStateException.class, pipeline::load);
        assertThrows(
                IllegalStateException.class,
                () -> pipeline.generate(Models.recipe(1), List.of(1L), Cancellation.never(), new Album()));
    }

    private static long colours(Picture picture) {
        Set<Integer> colours = new TreeSet<>();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                colours.add(picture.pixel(x, y));
            }
        }
        return colours.size();
    }
}
