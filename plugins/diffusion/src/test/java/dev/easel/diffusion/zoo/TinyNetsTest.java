package dev.easel.diffusion.zoo;

import ai.onnxruntime.OrtException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the tiny nets do in ONNX Runtime. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TinyNetsTest {
    private static final Feed ONE = new Feed(1, 8, 8, 77);
    private static final Feed THREE = new Feed(3, 5, 10, 9);

    private final Map<String, Net> open = new HashMap<>();

    private static Stream<String> nets() {
        return Zoo.names().stream().flatMap(TinyNetsTest::netsOf);
    }

    private static Stream<String> unets() {
        return nets().filter(net -> net.endsWith("/unet"));
    }

    private static Stream<String> decoders() {
        return nets().filter(net -> net.endsWith("/vae_decoder"));
    }

    private static Stream<String> textEncoders() {
        return nets().filter(net -> net.contains("/text_encoder"));
    }

    private static Stream<String> netsOf(String model) {
        Stream<String> parts = Stream.of("text_encoder", "unet", "vae_decoder");
        Stream<String> all = model.startsWith("sdxl") ? Stream.concat(parts, Stream.of("text_encoder_2")) : parts;
        return all.map(part -> model + "/" + part);
    }

    private Net net(String name) throws OrtException {
        if (!open.containsKey(name)) {
            open.put(name, new Net(Zoo.folder(name).resolve("model.onnx")));
        }
        return open.get(name);
    }

    @AfterAll
    void close() throws OrtException {
        for (Net net : open.values()) {
            net.close();
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void everyNetGivesFiniteNumbersForBatchesAndSizes(String name) throws OrtException {
        Net net = net(name);
        for (Feed feed : List.of(ONE, THREE)) {
            net.run(feed.of(net, 1)).byName().forEach((output, values) -> {
                assertTrue(values.greatest() > 0.01 && values.greatest() < 100, () -> output + values.greatest());
                assertTrue(values.isBatch(feed.batch()), output);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void everyOutputDependsOnEveryInput(String name) throws OrtException {
        Net net = net(name);
        Tensors inputs = ONE.of(net, 1);
        Tensors others = ONE.of(net, 2);
        Tensors before = net.run(inputs);
        for (String input : inputs.byName().keySet()) {
            net.run(inputs.with(input, others.get(input))).byName().forEach((output, values) -> {
                double distance = values.distance(before.get(output));
                assertTrue(distance > 0.05, () -> input + " → " + output + ": " + distance);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theRowsOfABatchDoNotInfluenceEachOther(String name) throws OrtException {
        Net net = net(name);
        Tensors inputs = THREE.of(net, 1);
        Tensors together = net.run(inputs);
        Tensors alone = inputs.map(values -> values.isBatch(3) ? values.row(1) : values);
        net.run(alone).byName().forEach((output, values) -> {
            double distance = values.distance(together.get(output).row(1));
            assertTrue(distance < 0.01, () -> output + ": " + distance);
        });
    }

    @ParameterizedTest
    @MethodSource("unets")
    void aUnetAnswersInTheShapeOfTheSample(String name) throws OrtException {
        Net net = net(name);
        Values noise = net.run(THREE.of(net, 1)).get("out_sample");
        assertArrayEquals(new long[] {3, 4, 5, 10}, noise.shape());
    }

    @ParameterizedTest
    @MethodSource("unets")
    void oneTimeServesAWholeBatchWhereTheTimeIsAVector(String name) throws OrtException {
        Net net = net(name);
        Tensors inputs = THREE.of(net, 1);
        Values time = inputs.get("timestep");
        if (time.isBatch(3)) {
            Values repeated = Values.of(i -> time.at(0), 3);
            Values shared = net.run(inputs.with("timestep", time.row(0))).get("out_sample");
            Values each = net.run(inputs.with("timestep", repeated)).get("out_sample");
            assertTrue(shared.distance(each) < 1e-5);
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void aDecoderMagnifiesByEightAndStaysInBounds(String name) throws OrtException {
        Values latent = Values.of(Elements.random(1, 1 / 0.18), 3, 4, 5, 10);
        Values picture =
                net(name).run(new Tensors(Map.of("latent_sample", latent))).get("sample");
        assertArrayEquals(new long[] {3, 3, 40, 80}, picture.shape());
        assertTrue(picture.greatest() <= 1);
        assertTrue(picture.greatest() > 0.3);
    }

    @ParameterizedTest
    @MethodSource("textEncoders")
    void aTokenIsSeenByLaterTokensOnly(String name) throws OrtException {
        Net net = net(name);
        Tensors inputs = new Feed(1, 1, 1, 9).of(net, 1);
        Values ids = inputs.get("input_ids");
        Values changed = Values.of(i -> i == 4 ? ids.at(i) + 1 : ids.at(i), ids.shape());
        Values before = net.run(inputs).get("last_hidden_state");
        Values after = net.run(inputs.with("input_ids", changed)).get("last_hidden_state");
        for (int token = 0; token < 9; token++) {
            double distance = token(before, token).distance(token(after, token));
            assertEquals(token >= 4, distance > 1e-4, "token " + token + ": " + distance);
        }
    }

    private static Values token(Values states, int token) {
        return Values.of(states::at, states.shape()[1], states.shape()[2]).row(token);
    }
}
