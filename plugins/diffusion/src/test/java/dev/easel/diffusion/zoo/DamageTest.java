package dev.easel.diffusion.zoo;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** That damage is what it says, and that ONNX Runtime minds it where the graph itself is hurt. */
class DamageTest {
    @TempDir
    Path temporary;

    private interface Harm {
        void doTo(Path model, String file) throws IOException;
    }

    @ParameterizedTest
    @CsvSource({"sd15, unet/model.onnx", "sd15-float16, unet/weights.pb", "sd21, unet/model.onnx_data"})
    void aRemovedOrTruncatedFileCannotBeLoaded(String name, String file) throws IOException {
        for (Harm harm : List.<Harm>of(Damage::truncate, Damage::remove)) {
            Path model = Zoo.copy(name, Files.createTempDirectory(temporary, name));
            harm.doTo(model, file);
            assertThrows(OrtException.class, () -> open(model, "unet"));
        }
    }

    @Test
    void aGarbledGraphCannotBeLoaded() throws IOException {
        Path model = Zoo.copy("sd15", temporary);
        long size = Files.size(model.resolve("unet/model.onnx"));
        Damage.garble(model, "unet/model.onnx");
        assertEquals(size, Files.size(model.resolve("unet/model.onnx")));
        assertThrows(OrtException.class, () -> open(model, "unet"));
    }

    @Test
    void aRenamedInputLeavesAGraphThatWorks() throws IOException, OrtException {
        Path model = Zoo.copy("sd15", temporary);
        Damage.rename(model, "unet/model.onnx", "encoder_hidden_states", "encoder_hidden_statez");
        try (Net net = open(model, "unet")) {
            assertTrue(net.inputs().containsKey("encoder_hidden_statez"));
            assertFalse(net.inputs().containsKey("encoder_hidden_states"));
            assertTrue(
                    net.run(new Feed(1, 8, 8, 77).of(net, 1)).get("out_sample").greatest() > 0);
        }
    }

    @Test
    void aNameOfAnotherLengthIsRefused() {
        Path model = Zoo.copy("sd15", temporary);
        assertThrows(
                IllegalArgumentException.class,
                () -> Damage.rename(model, "unet/model.onnx", "sample", "latent_model_input"));
    }

    @Test
    void aUnetForInpaintingTakesNineChannelsAndAnswersFour() throws IOException, OrtException {
        Path model = Zoo.copy("sd21", temporary);
        Damage.makeInpainting(model);
        try (Net net = open(model, "unet")) {
            assertEquals(9, net.shape("sample")[1]);
            Values answer = net.run(new Feed(1, 8, 8, 77).of(net, 1)).get("out_sample");
            assertEquals(4, answer.shape()[1]);
        }
        assertEquals(
                9,
                Json.read(model.resolve("unet/config.json")).get("in_channels").intValue());
    }

    @Test
    void aDecoderCanTakeAnotherNumberOfChannels() throws IOException, OrtException {
        Path model = Zoo.copy("sd21", temporary);
        Damage.changeDecoder(model, 16);
        try (Net net = open(model, "vae_decoder")) {
            assertEquals(16, net.shape("latent_sample")[1]);
        }
    }

    @Test
    void aPartCanBeTakenFromAnotherModel() throws IOException, OrtException {
        Path model = Zoo.copy("sd15", temporary);
        Damage.take(model, "unet", "sd21");
        try (Net net = open(model, "unet")) {
            assertEquals(12, net.shape("encoder_hidden_states")[2]);
        }
    }

    @Test
    void configurationsCanBeChangedAndBroken() throws IOException {
        Path model = Zoo.copy("sd15", temporary);
        Damage.set(model, "unet/config.json", "in_channels", "8");
        Damage.unset(model, "unet/config.json", "sample_size");
        assertEquals(
                8,
                Json.read(model.resolve("unet/config.json")).get("in_channels").intValue());
        assertFalse(Json.read(model.resolve("unet/config.json")).has("sample_size"));
        Damage.truncate(model, "unet/config.json");
        assertThrows(UncheckedIOException.class, () -> Json.read(model.resolve("unet/config.json")));
    }

    private static Net open(Path model, String part) throws OrtException {
        return new Net(model.resolve(part).resolve("model.onnx"));
    }
}
