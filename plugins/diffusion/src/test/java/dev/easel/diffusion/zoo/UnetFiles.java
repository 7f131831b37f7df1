package dev.easel.diffusion.zoo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files of a UNet.
 *
 * @param design how it is built
 * @param latentSize the height and width of the latents that it is for
 * @param data the name of the file with its weights; empty where they are in the graph's own
 */
record UnetFiles(UnetDesign design, int latentSize, Optional<String> data) {

    /** Writes them into the folder {@code unet} of a model. */
    void write(Path place, long seed) throws IOException {
        Json.write(place.resolve("config.json"), Configs.unet(design, latentSize));
        Graph graph = UnetGraph.of(design, seed);
        if (data.isPresent()) {
            OnnxFile.write(graph, place.resolve("model.onnx"), data.get());
        } else {
            OnnxFile.write(graph, place.resolve("model.onnx"));
        }
    }
}
