package dev.easel.diffusion.onnx;

import ai.onnxruntime.OrtException;
import dev.easel.diffusion.model.ElementType;
import dev.easel.diffusion.model.OnnxGraph;
import dev.easel.diffusion.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SessionsTest {
    private static final SessionSettings SETTINGS = SessionSettings.on(Device.CPU);
    private static final Path DECODER = Zoo.folder("sd15").resolve("vae_decoder/model.onnx");

    @TempDir
    Path temporary;

    @Test
    void oneCoreIsLeftToOthers() {
        assertEquals(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), SETTINGS.threads());
        assertThrows(IllegalArgumentException.class, () -> threads(0));
    }

    @Test
    void bothWaysToComputeGiveTheSame() {
        try (Graph graph = open(DECODER, SETTINGS);
                TensorScope scope = new TensorMemory().scope();
                Termination termination = new Termination()) {
            Tensor latent = latent(scope);
            Tensor picture = scope.tensor(ElementType.FLOAT, 1, 3, 16, 24);
            graph.run(new Bindings(Map.of("latent_sample", latent), Map.of("sample", picture)), termination);
            float[] written = new float[picture.size()];
            picture.get(0, written);
            Answers answers = graph.answer(Map.of("latent_sample", latent), Set.of("sample"), termination);
            assertArrayEquals(written, answers.of("sample"));
            assertThrows(IllegalArgumentException.class, () -> answers.of("other"));
        }
    }

    /** Rules out that a graph's answer depends on how it is computed, at least for these. */
    @Test
    void settingsDoNotChangeTheAnswer() {
        float[] expected = decode(SETTINGS);
        for (GraphOptimization optimization : GraphOptimization.values()) {
            SessionSettings other =
                    new SessionSettings(Device.CPU, 2, true, false, false, optimization, Optional.empty());
            assertArrayEquals(expected, decode(other), 1e-5f);
        }
        assertArrayEquals(expected, decode(threads(2)));
        assertArrayEquals(expected, decode(threads(3)));
    }

    @Test
    void anOptimizedGraphIsKeptAndUsedAgain() throws IOException {
        SessionSettings settings = keeping(temporary.resolve("graphs"));
        float[] first = decode(settings);
        List<Path> kept = files(temporary.resolve("graphs"));
        assertEquals(
                List.of("model.onnx", "model.onnx.data"),
                kept.stream().map(SessionsTest::name).toList());
        Files.writeString(kept.get(0), "damaged");
        OnnxException used = assertThrows(OnnxException.class, () -> decode(settings));
        assertEquals(OnnxException.Kind.GRAPH, used.kind());
        assertArrayEquals(decode(SETTINGS), first, 1e-5f);
    }

    @Test
    void aChangedGraphIsOptimizedAnew() throws IOException {
        SessionSettings settings = keeping(temporary.resolve("graphs"));
        Path decoder = Zoo.copy("sd15", temporary).resolve("vae_decoder/model.onnx");
        open(decoder, settings).close();
        Files.writeString(decoder.resolveSibling("other.json"), "{}");
        open(decoder, settings).close();
        try (Stream<Path> folders = Files.list(temporary.resolve("graphs"))) {
            assertEquals(2, folders.count());
        }
    }

    @Test
    void aFolderForOptimizedGraphsThatCannotBeUsedIsNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        OnnxException failed = assertThrows(OnnxException.class, () -> open(DECODER, keeping(file)));
        assertContains(file.toString(), failed);
        assertContains("Make it writable, or name none", failed);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUDA", "COREML", "DIRECTML"})
    void aDeviceThatCannotBeHadIsRefusedWithTheRuntimesReason(Device device) {
        OnnxException refused = assertThrows(OnnxException.class, () -> open(DECODER, SessionSettings.on(device)));
        assertEquals(OnnxException.Kind.DEVICE, refused.kind());
        String start = "The device " + device.name().toLowerCase(Locale.ROOT) + " can't be had: ";
        assertStarts(start, refused);
    }

    @Test
    void aGraphThatIsMissingOrBrokenIsNamed() throws IOException {
        Path missing = temporary.resolve("missing.onnx");
        Path broken = Files.write(temporary.resolve("broken.onnx"), new byte[] {1, 2, 3});
        for (Path file : List.of(missing, broken)) {
            OnnxException refused = assertThrows(OnnxException.class, () -> open(file, SETTINGS));
            assertEquals(OnnxException.Kind.GRAPH, refused.kind());
            assertStarts(file + " can't be loaded: ", refused);
        }
    }

    @Test
    void wrongShapesAreTheRunsFault() {
        try (Graph graph = open(DECODER, SETTINGS);
                TensorScope scope = new TensorMemory().scope();
                Termination termination = new Termination()) {
            Tensor picture = scope.tensor(ElementType.FLOAT, 1, 3, 8, 8);
            Bindings bindings = new Bindings(Map.of("latent_sample", latent(scope)), Map.of("sample", picture));
            OnnxException failed = assertThrows(OnnxException.class, () -> graph.run(bindings, termination));
            assertEquals(OnnxException.Kind.RUN, failed.kind());
            assertStarts(DECODER + " can't be computed: ", failed);
        }
    }

    @Test
    void aTerminatedCallIsNoFault() {
        Termination termination = new Termination();
        try (Graph graph = open(DECODER, SETTINGS);
                TensorScope scope = new TensorMemory().scope()) {
            Tensor latent = latent(scope);
            termination.terminate();
            assertThrows(
                    CancellationException.class,
                    () -> graph.answer(Map.of("latent_sample", latent), Set.of("sample"), termination));
        }
        termination.close();
        termination.close();
        termination.terminate();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Failed to allocate memory for requested buffer of size 123",
                "std::bad_alloc",
                "CUDA failure 2: out of memory"
            })
    void exhaustedMemoryIsRecognisedByTheRuntimesWords(String message) {
        OnnxException failed = Faults.running("unet", new OrtException(message));
        assertEquals(OnnxException.Kind.MEMORY, failed.kind());
        assertContains(message, failed);
    }

    private static void assertStarts(String start, OnnxException fault) {
        String message = String.valueOf(fault.getMessage());
        assertTrue(message.startsWith(start) && message.length() > start.length(), message);
    }

    private static void assertContains(String part, OnnxException fault) {
        String message = String.valueOf(fault.getMessage());
        assertTrue(message.contains(part), message);
    }

    private static float[] decode(SessionSettings settings) {
        try (Graph graph = open(DECODER, settings);
                TensorScope scope = new TensorMemory().scope();
                Termination termination = new Termination()) {
            return graph.answer(Map.of("latent_sample", latent(scope)), Set.of("sample"), termination)
                    .of("sample");
        }
    }

    private static Tensor latent(TensorScope scope) {
        Tensor latent = scope.tensor(ElementType.FLOAT, 1, 4, 2, 3);
        float[] values = new float[latent.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 7f - 2;
        }
        latent.put(0, values);
        return latent;
    }

    private static Graph open(Path file, SessionSettings settings) {
        return new Sessions(settings).open(new OnnxGraph(file, List.of(), List.of()));
    }

    private static SessionSettings threads(int threads) {
        return new SessionSettings(Device.CPU, threads, false, true, true, GraphOptimization.ALL, Optional.empty());
    }

    private static SessionSettings keeping(Path folder) {
        return new SessionSettings(Device.CPU, 1, false, true, true, GraphOptimization.ALL, Optional.of(folder));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
