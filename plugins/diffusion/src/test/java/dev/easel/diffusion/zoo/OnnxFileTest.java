package dev.easel.diffusion.zoo;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OnnxFileTest {
    private static final long WIDTH = 30_000;

    @TempDir
    Path temporary;

    /** What is fed in, times a long vector of weights, plus a short one. */
    private static Graph graph(DataType floats) {
        GraphBuilder graph = new GraphBuilder(floats);
        String x = graph.input("x", floats, "batch", "1");
        String long0 = graph.weight("long", Elements.random(1, 1), WIDTH);
        String short0 = graph.weight("short", Elements.of(0.5), 1);
        String y = graph.node("Add", List.of(graph.node("Mul", List.of(x, long0)), short0));
        graph.output(y, "y", floats, "batch", String.valueOf(WIDTH));
        return graph.build();
    }

    private static Values answer(Path file) throws OrtException {
        try (Net net = new Net(file)) {
            return net.run(new Tensors(Map.of("x", Values.of(Elements.of(2, -1), 2, 1))))
                    .get("y");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = DataType.class,
            names = {"FLOAT", "FLOAT16"})
    void weightsInTheGraphAndBesideItCountTheSame(DataType floats) throws IOException, OrtException {
        Path inline = temporary.resolve("inline.onnx");
        Path external = temporary.resolve("external.onnx");
        OnnxFile.write(graph(floats), inline);
        OnnxFile.write(graph(floats), external, "weights");
        assertEquals(WIDTH * floats.bytes(), Files.size(temporary.resolve("weights")));
        assertTrue(Files.size(external) < 1024);
        assertEquals(0, answer(inline).distance(answer(external)));
        Elements weights = Elements.random(1, 1);
        Values expected = Values.of(i -> (i < WIDTH ? 2 : -1) * weights.at(i % WIDTH) + 0.5, 2, WIDTH);
        assertEquals(0, answer(inline).distance(expected), floats == DataType.FLOAT ? 1e-5 : 1e-2);
    }

    @Test
    void theSameGraphGivesTheSameBytes() throws IOException {
        OnnxFile.write(graph(DataType.FLOAT), temporary.resolve("one"));
        OnnxFile.write(graph(DataType.FLOAT), temporary.resolve("two"));
        assertArrayEquals(Files.readAllBytes(temporary.resolve("one")), Files.readAllBytes(temporary.resolve("two")));
    }

    @Test
    void randomElementsHaveTheirDeviationAndDifferBySeed() {
        Elements one = Elements.random(1, 0.5);
        Elements two = Elements.random(2, 0.5);
        int size = 100_000;
        assertEquals(0, LongStream.range(0, size).mapToDouble(one::at).average().orElseThrow(), 0.01);
        assertEquals(0.25, mean(size, one, one), 0.01);
        assertEquals(0, mean(size, one, two), 0.01);
        assertEquals(0, mean(size, one, index -> one.at(index + 1)), 0.01);
    }

    private static double mean(int size, Elements a, Elements b) {
        return LongStream.range(0, size)
                .mapToDouble(index -> a.at(index) * b.at(index))
                .average()
                .orElseThrow();
    }
}
