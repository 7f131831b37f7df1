package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.model.DiffusionModel;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class GuidanceTest {

    @ParameterizedTest
    @CsvSource({
        "sd15, 7.5, 2",
        "sd15, 1, 1",
        "sd15, 0, 1",
        "sd21, 1.01, 2",
        "sdxl, 5, 2",
        "sdxl, 1, 1",
        "turbo, 7.5, 1",
        "sdxl-turbo, 7.5, 1",
        "lcm, 8, 1"
    })
    void theHalfWithoutThePromptIsComputedOnlyWhereItCounts(String name, double guidance, int rows) throws IOException {
        RecordingGraphs graphs = new RecordingGraphs();
        Recipe recipe = new Recipe("a", "", 2, guidance, 64, 64);
        try (Pipeline pipeline = Models.pipeline(Models.read(name), Models.SETTINGS, graphs)) {
            pipeline.generate(recipe, List.of(1L), Cancellation.never(), new Album());
        }
        assertEquals(rows, graphs.rows.get(0));
        assertEquals(1, graphs.rows.stream().distinct().count());
    }

    @Test
    void theScaleGoesBeyondThePrompt() {
        float[] with = {3, -1};
        Guidance.combine(new float[] {1, 1}, with, 7.5);
        assertArrayEquals(new float[] {16, -14}, with);
    }

    /** Against {@code get_guidance_scale_embedding(torch.tensor([7.5 - 1]), 6)} of diffusers' formula, by hand. */
    @Test
    void anEmbeddedScaleIsHalfSinesHalfCosines() {
        double[] angles = {6500, 65, 0.65};
        float[] expected = new float[6];
        for (int i = 0; i < 3; i++) {
            expected[i] = (float) Math.sin(angles[i]);
            expected[3 + i] = (float) Math.cos(angles[i]);
        }
        assertArrayEquals(expected, Guidance.embedding(7.5, 6), 1e-5f);
        assertEquals(0, Guidance.embedding(7.5, 7)[6]);
    }

    @Test
    void anEmbeddedScaleChangesThePicture() throws IOException {
        Album weak = new Album();
        Album strong = new Album();
        try (Pipeline pipeline = Models.pipeline("lcm")) {
            pipeline.generate(Models.recipe(1), List.of(1L), Cancellation.never(), weak);
            pipeline.generate(Models.recipe(8), List.of(1L), Cancellation.never(), strong);
        }
        assertNotEquals(0, weak.distance(0, strong, 0));
    }

    @Test
    void aNegativePromptCountsOnlyWithGuidance() throws IOException {
        assertNotEquals(0, differenceMadeByNegative("sd15", 4));
        assertEquals(0, differenceMadeByNegative("sd15", 1));
    }

    private static int differenceMadeByNegative(String name, double guidance) throws IOException {
        Album without = new Album();
        Album with = new Album();
        try (Pipeline pipeline = Models.pipeline(name)) {
            pipeline.generate(new Recipe("a", "", 2, guidance, 64, 64), List.of(1L), Cancellation.never(), without);
            pipeline.generate(new Recipe("a", "b", 2, guidance, 64, 64), List.of(1L), Cancellation.never(), with);
        }
        return without.distance(0, with, 0);
    }

    @Test
    void anEmptyNegativeIsZerosOrAnEmptyPromptAsTheModelWants() throws IOException {
        DiffusionModel zeros = Models.read("sdxl");
        DiffusionModel empty = new DiffusionModel(
                zeros.folder(),
                zeros.family(),
                zeros.textEncoders(),
                zeros.unet(),
                zeros.decoder(),
                zeros.safetyChecker(),
                zeros.scheduler(),
                false);
        Recipe recipe = new Recipe("a", "", 2, 5, 64, 64);
        Album first = new Album();
        Album second = new Album();
        try (Pipeline pipeline = Models.pipeline(zeros, Models.SETTINGS, new RecordingGraphs())) {
            pipeline.generate(recipe, List.of(1L), Cancellation.never(), first);
        }
        try (Pipeline pipeline = Models.pipeline(empty, Models.SETTINGS, new RecordingGraphs())) {
            pipeline.generate(recipe, List.of(1L), Cancellation.never(), second);
        }
        assertNotEquals(0, first.distance(0, second, 0));
    }
}
