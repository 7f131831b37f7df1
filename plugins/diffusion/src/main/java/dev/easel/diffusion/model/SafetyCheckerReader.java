package dev.easel.diffusion.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads {@code safety_checker}; for use by one thread. */
final class SafetyCheckerReader {
    private static final int USUAL_SIZE = 224;

    private final ModelFiles files;

    SafetyCheckerReader(ModelFiles files) {
        this.files = files;
    }

    Optional<SafetyChecker> read() {
        return files.graph("safety_checker").flatMap(this::read);
    }

    private Optional<SafetyChecker> read(OnnxGraph graph) {
        GraphTensors tensors = new GraphTensors(graph, files::fault);
        Optional<TensorSpec> clipInput = tensors.input(TensorKind.PICTURE, "clip_input");
        Optional<TensorSpec> images = tensors.input(TensorKind.PICTURE, "images");
        Optional<TensorSpec> flagged = tensors.output(TensorKind.FLAGS, "has_nsfw_concepts");
        tensors.checkInputs();
        if (clipInput.isEmpty() || images.isEmpty() || flagged.isEmpty()) {
            return Optional.empty();
        }
        int size = GraphTensors.fixed(clipInput.get(), 2).orElseGet(this::clipSize);
        return Optional.of(new SafetyChecker(graph, clipInput.get(), images.get(), flagged.get(), size));
    }

    /** Older exports tell a number, newer ones height and width. */
    private int clipSize() {
        JsonNode size = files.settingsIfAny("feature_extractor/preprocessor_config.json")
                .values()
                .path("crop_size");
        return size.path("height").asInt(size.asInt(USUAL_SIZE));
    }
}
