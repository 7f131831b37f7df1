package dev.easel.diffusion.zoo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A complete model with random weights.
 *
 * @param name its folder's name
 * @param modelIndex {@code model_index.json}
 * @param scheduler {@code scheduler/scheduler_config.json}
 * @param encoders one, or two for SDXL
 * @param unet how its UNet is built
 * @param latentSize the height and width of the latents that it is for
 * @param unetData the name of the file with the UNet's weights; empty where they are in the model's own
 * @param decoderConfig {@code vae_decoder/config.json}
 * @param safetyChecker whether it has one
 */
record RandomModel(
        String name,
        ObjectNode modelIndex,
        ObjectNode scheduler,
        List<Encoder> encoders,
        UnetDesign unet,
        int latentSize,
        Optional<String> unetData,
        ObjectNode decoderConfig,
        boolean safetyChecker) {

    RandomModel {
        encoders = List.copyOf(encoders);
    }

    /** A text encoder with its tokenizer. */
    record Encoder(TextEncoderDesign design, TinyTokenizer tokenizer) {}

    /** The same with the UNet's weights in a file of that name. */
    RandomModel withUnetData(String data) {
        return new RandomModel(
                name,
                modelIndex,
                scheduler,
                encoders,
                unet,
                latentSize,
                Optional.of(data),
                decoderConfig,
                safetyChecker);
    }

    /** The same with another configuration of the decoder. */
    RandomModel withDecoder(ObjectNode config) {
        return new RandomModel(
                name, modelIndex, scheduler, encoders, unet, latentSize, unetData, config, safetyChecker);
    }

    /** The same with a safety checker. */
    RandomModel withSafetyChecker() {
        return new RandomModel(name, modelIndex, scheduler, encoders, unet, latentSize, unetData, decoderConfig, true);
    }

    /** Writes the model's folder into another. */
    void write(Path parent) throws IOException {
        Path folder = Files.createDirectories(parent.resolve(name));
        Json.write(folder.resolve("model_index.json"), modelIndex);
        Json.write(folder.resolve("scheduler/scheduler_config.json"), scheduler);
        writeEncoders(folder);
        new UnetFiles(unet, latentSize, unetData).write(folder.resolve("unet"), seed());
        Json.write(folder.resolve("vae_decoder/config.json"), decoderConfig);
        OnnxFile.write(
                DecoderGraph.of(unet.types(), UnetDesign.CHANNELS, seed()), folder.resolve("vae_decoder/model.onnx"));
        if (safetyChecker) {
            writeSafetyChecker(folder);
        }
    }

    private void writeEncoders(Path folder) throws IOException {
        String suffix = "";
        for (Encoder encoder : encoders) {
            encoder.tokenizer().write(folder.resolve("tokenizer" + suffix));
            Path place = folder.resolve("text_encoder" + suffix);
            Json.write(place.resolve("config.json"), Configs.textEncoder(encoder.design()));
            Graph graph = TextEncoderGraph.of(encoder.design(), seed() + suffix.length());
            OnnxFile.write(graph, place.resolve("model.onnx"));
            suffix = "_2";
        }
    }

    private static void writeSafetyChecker(Path folder) throws IOException {
        Json.write(folder.resolve("feature_extractor/preprocessor_config.json"), Configs.featureExtractor());
        Path place = Files.createDirectories(folder.resolve("safety_checker"));
        OnnxFile.write(SafetyCheckerGraph.build(), place.resolve("model.onnx"));
    }

    private long seed() {
        return name.hashCode();
    }
}
