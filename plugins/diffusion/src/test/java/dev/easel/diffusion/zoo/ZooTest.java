package dev.easel.diffusion.zoo;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ZooTest {
    private static final int LARGEST = 300_000;

    @TempDir
    Path temporary;

    static List<String> names() {
        return Zoo.names();
    }

    @Test
    void theModelsAreThoseThatTheWriterWrites() throws IOException {
        ZooWriter.write(temporary);
        for (String name : names()) {
            Path committed = Zoo.folder(name);
            Set<String> files = files(committed);
            assertEquals(files(temporary.resolve(name)), files);
            for (String file : files) {
                byte[] fresh = Files.readAllBytes(temporary.resolve(name).resolve(file));
                assertArrayEquals(fresh, Files.readAllBytes(committed.resolve(file)), name + "/" + file);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aModelIsSmall(String name) throws IOException {
        long size = 0;
        for (String file : files(Zoo.folder(name))) {
            size += Files.size(Zoo.folder(name).resolve(file));
        }
        long total = size;
        assertTrue(total < LARGEST, () -> name + ": " + total);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTextEncoderKnowsEveryTokenOfItsTokenizer(String name) throws IOException {
        Map<String, Integer> vocabulary = TinyTokenizer.vocabulary();
        assertEquals(Set.copyOf(vocabulary.values()).size(), vocabulary.size());
        assertEquals(
                vocabulary.size(),
                Json.read(Zoo.folder(name).resolve("text_encoder/config.json"))
                        .get("vocab_size")
                        .intValue());
        assertEquals(vocabulary.size() - 1, vocabulary.get(TinyTokenizer.END));
    }

    @Test
    void theVocabularyHasEveryByteTwiceAndWhatTheMergesMake() throws IOException {
        Path tokenizer = Zoo.folder("sd15").resolve("tokenizer");
        Set<String> tokens = new HashSet<>();
        Json.read(tokenizer.resolve("vocab.json")).fieldNames().forEachRemaining(tokens::add);
        List<String> merges = Files.readAllLines(tokenizer.resolve("merges.txt"), StandardCharsets.UTF_8);
        for (String merge : merges.subList(1, merges.size())) {
            assertTrue(tokens.containsAll(List.of(merge.split(" "))), merge);
            assertTrue(tokens.contains(merge.replace(" ", "")), merge);
        }
        assertEquals(512 + merges.size() - 1 + 2, tokens.size());
        assertEquals(256, tokens.stream().filter(token -> token.length() == 1).count());
    }

    @Test
    void aSafetyCheckerFlagsAndBlackensBrightPictures() throws OrtException {
        double[] brightness = {0.9, 0.1};
        try (Net net = new Net(Zoo.folder("sd15").resolve("safety_checker/model.onnx"))) {
            Tensors out = net.run(new Tensors(Map.of(
                    "clip_input", Values.of(i -> (brightness[(int) i / (3 * 16)] - 0.45) / 0.27, 2, 3, 4, 4),
                    "images", Values.of(i -> brightness[(int) i / (2 * 2 * 3)], 2, 2, 2, 3))));
            assertArrayEquals(
                    new double[] {1, 0}, out.get("has_nsfw_concepts").numbers().toArray());
            assertEquals(0, out.get("out_images").row(0).greatest());
            assertEquals(0.1, out.get("out_images").row(1).greatest(), 1e-6);
        }
    }

    @Test
    void aCopyCanBeDamagedWithoutHarm() throws IOException {
        Path copy = Zoo.copy("sd15", temporary);
        Files.delete(copy.resolve("unet/model.onnx"));
        assertTrue(Files.exists(Zoo.folder("sd15").resolve("unet/model.onnx")));
        assertEquals(temporary.resolve("sd15"), copy);
    }

    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
