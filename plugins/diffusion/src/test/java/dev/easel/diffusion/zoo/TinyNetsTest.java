package dev.easel.diffusion.zoo;

import ai.onnxruntime.OrtException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the tiny nets do in ONNX Runtime. */
class TinyNetsTest {
    private static final Feed ONE = new Feed(1, 8, 8, 77);
    private static final Feed THREE = new Feed(3, 5, 10, 9);

    /** The folders and names of all graphs but safety checkers. */
    static Stream<String> nets() {
        return Zoo.names().stream().flatMap(TinyNetsTest::netsOf);
    }

    static Stream<String> unets() {
        return nets().filter(net -> net.endsWith("/unet"));
    }

    static Stream<String> decoders() {
        return nets().filter(net -> net.endsWith("/vae_decoder"));
    }

    static Stream<String> textEncoders() {
        return nets().filter(net -> net.contains("/text_encoder"));
    }

    private static Stream<String> netsOf(String model) {
        Stream<String> parts = Stream.of("text_encoder", "unet", "vae_decoder");
        Stream<String> all = model.startsWith("sdxl") ? Stream.concat(parts, Stream.of("text_encoder_2")) : parts;
        return all.map(part -> model + "/" + part);
    }

    private static Net open(String net) throws OrtException {
        return new Net(Zoo.folder(net).resolve("model.onnx"));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void everyNetGivesFiniteNumbersForBatchesAndSizes(String name) throws OrtException {
        try (Net net = open(name)) {
            for (Feed feed : new Feed[] {ONE, THREE}) {
                net.run(feed.of(net, 1)).forEach((output, values) -> {
                    assertTrue(values.greatest() > 0.01 && values.greatest() < 100, () -> output + values.greatest());
                    assertEquals(feed.batch(), values.shape()[0]);
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void everyOutputDependsOnEveryInput(String name) throws OrtException {
        try (Net net = open(name)) {
            Map<String, Values> inputs = ONE.of(net, 1);
            Map<String, Values> other = ONE.of(net, 2);
            Map<String, Values> before = net.run(inputs);
            for (String input : inputs.keySet()) {
                Map<String, Values> changed = new HashMap<>(inputs);
                changed.put(input, other.get(input));
                net.run(changed).forEach((output, values) -> {
                    double distance = values.distance(before.get(output));
                    assertTrue(distance > 0.01, () -> input + " → " + output + ": " + distance);
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theRowsOfABatchDoNotInfluenceEachOther(String name) throws OrtException {
        try (Net net = open(name)) {
            Map<String, Values> inputs = THREE.of(net, 1);
            Map<String, Values> together = net.run(inputs);
            Map<String, Values> alone = new HashMap<>();
            inputs.forEach((input, values) -> alone.put(input, isShared(values) ? values : values.row(1)));
            net.run(alone).forEach((output, values) -> {
                double distance = values.distance(together.get(output).row(1));
                assertTrue(distance < 0.01, () -> output + ": " + distance);
            });
        }
    }

    private static boolean isShared(Values values) {
        return values.shape().length == 0 || values.shape()[0] == 1;
    }

    @ParameterizedTest
    @MethodSource("unets")
    void aUnetAnswersInTheShapeOfTheSample(String name) throws OrtException {
        try (Net net = open(name)) {
            Values noise = net.run(THREE.of(net, 1)).get("out_sample");
            assertArrayEquals(new long[] {3, 4, 5, 10}, noise.shape());
        }
    }

    @ParameterizedTest
    @MethodSource("unets")
    void aVectorOfOneTimeServesAWholeBatch(String name) throws OrtException {
        try (Net net = open(name)) {
            Map<String, Values> inputs = THREE.of(net, 1);
            Values time = inputs.get("timestep");
            if (time.shape().length == 1 && time.shape()[0] == 3) {
                inputs.put("timestep", time.row(1));
                Values shared = net.run(inputs).get("out_sample");
                inputs.put("timestep", Values.of(i -> time.numbers()[1], 3));
                assertTrue(shared.distance(net.run(inputs).get("out_sample")) < 1e-5);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("decoders")
    void aDecoderMagnifiesByEightAndStaysInBounds(String name) throws OrtException {
        try (Net net = open(name)) {
            Map<String, Values> latent = THREE.of(net, 1);
            Values large = Values.of(
                    Elements.random(1, 1 / 0.18), latent.get("latent_sample").shape());
            Values picture = net.run(Map.of("latent_sample", large)).get("sample");
            assertArrayEquals(new long[] {3, 3, 40, 80}, picture.shape());
            assertTrue(picture.greatest() <= 1);
            assertTrue(picture.greatest() > 0.3);
        }
    }

    @ParameterizedTest
    @MethodSource("textEncoders")
    void aTokenIsSeenByLaterTokensOnly(String name) throws OrtException {
        try (Net net = open(name)) {
            Values ids = new Feed(1, 1, 1, 9).of(net, 1).get("input_ids");
            Values changed = Values.of(i -> i == 4 ? 1 : ids.numbers()[(int) i], ids.shape());
            Values before = net.run(Map.of("input_ids", ids)).get("last_hidden_state");
            Values after = net.run(Map.of("input_ids", changed)).get("last_hidden_state");
            for (int token = 0; token < 9; token++) {
                double distance = column(before, token).distance(column(after, token));
                assertEquals(token >= 4, distance > 1e-4, "token " + token + ": " + distance);
            }
        }
    }

    private static Values column(Values states, int token) {
        return new Values(states.numbers(), states.shape()[1], states.shape()[2]).row(token);
    }
}
