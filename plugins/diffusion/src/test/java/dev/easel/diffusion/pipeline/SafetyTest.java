package dev.easel.diffusion.pipeline;

import dev.easel.api.provider.Cancellation;
import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.SafetyChecker;
import dev.easel.diffusion.onnx.Sessions;
import dev.easel.diffusion.onnx.TensorMemory;
import dev.easel.diffusion.onnx.Termination;
import dev.easel.diffusion.png.Picture;
import dev.easel.diffusion.tokenizer.LongPrompt;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SafetyTest {

    /** The tiny checker flags what is brighter than half. */
    @Test
    void aFlaggedPictureIsTold() {
        DiffusionModel model = Models.read("sd15");
        SafetyChecker checker = model.safetyChecker().orElseThrow();
        LoadedGraphs graphs = new LoadedGraphs(new Sessions(Models.SESSIONS));
        try (Termination termination = new Termination()) {
            ModelCalls calls = new ModelCalls(graphs, termination, new Meter(Cancellation.never(), new Album()));
            SafetyFilter filter = new SafetyFilter(checker, calls, new TensorMemory());
            assertTrue(filter.flags(grey(0.9f, 40, 30)));
            assertFalse(filter.flags(grey(-0.9f, 40, 30)));
        } finally {
            graphs.close();
        }
    }

    @Test
    void aFlaggedPictureBecomesBlack() {
        Picture black = SafetyFilter.black(grey(0.9f, 4, 2));
        assertEquals(4, black.width());
        assertEquals(2, black.height());
        assertEquals(0, black.pixel(3, 1));
    }

    @Test
    void aSwitchedOffCheckerIsNotLoaded() throws IOException {
        RecordingGraphs off = new RecordingGraphs();
        RecordingGraphs on = new RecordingGraphs();
        generate(off, false);
        generate(on, true);
        assertFalse(off.opened.contains("safety_checker"));
        assertTrue(on.opened.contains("safety_checker"));
    }

    private static void generate(RecordingGraphs graphs, boolean checks) throws IOException {
        PipelineSettings settings = new PipelineSettings(Models.SESSIONS, LongPrompt.CUT, Long.MAX_VALUE, checks);
        Album album = new Album();
        try (Pipeline pipeline = Models.pipeline(Models.read("sd15"), settings, graphs)) {
            pipeline.generate(Models.recipe(1), List.of(1L), Cancellation.never(), album);
        }
        assertEquals(1, album.pictures.size());
        if (!album.flagged.isEmpty()) {
            assertEquals(0, album.picture(0).pixel(0, 0));
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 8, 4", "8, 4, 4", "4, 8, 8", "3, 5, 7", "512, 768, 224"})
    void clipSeesAnEvenPictureAsEven(int width, int height, int size) {
        float[] view = ClipView.of(grey(0, width, height), size);
        assertEquals(3 * size * size, view.length);
        double grey = 128 / 255.0;
        float[] plane = Arrays.copyOfRange(view, 0, size * size);
        float[] expected = new float[size * size];
        Arrays.fill(expected, (float) ((grey - 0.48145466) / 0.26862954));
        assertArrayEquals(expected, plane, 1e-6f);
        assertEquals((grey - 0.40821073) / 0.27577711, view[view.length - 1], 1e-6);
    }

    @Test
    void clipSeesTheMiddleOfAWidePicture() {
        float[] values = new float[3 * 2 * 6];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 6 < 2 ? -1 : i % 6 < 4 ? 0 : 1;
        }
        float[] view = ClipView.of(Picture.decoded(FloatBuffer.wrap(values), 6, 2), 2);
        float expected = (float) ((128 / 255.0 - 0.48145466) / 0.26862954);
        assertArrayEquals(new float[] {expected, expected}, Arrays.copyOf(view, 2), 1e-6f);
    }

    /** The weights of Keys' cubic at a distance of a quarter and three quarters, as Pillow uses them to double. */
    @Test
    void enlargingWeighsFourNeighbours() {
        double[] result = new Resampling(4, 8, 0, 8).apply(new double[] {0, 0, 128, 128});
        assertEquals(Math.rint(128 * (0.2265625 - 0.0234375)), result[3]);
        assertEquals(Math.rint(128 * (0.8671875 - 0.0703125)), result[4]);
    }

    @Test
    void shrinkingByTwoAveragesOverEight() {
        double[] result = new Resampling(8, 4, 0, 4).apply(new double[] {10, 10, 10, 10, 10, 10, 10, 10});
        assertArrayEquals(new double[] {10, 10, 10, 10}, result);
    }

    private static Picture grey(float value, int width, int height) {
        float[] values = new float[3 * width * height];
        Arrays.fill(values, value);
        return Picture.decoded(FloatBuffer.wrap(values), width, height);
    }
}
