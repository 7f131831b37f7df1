package dev.easel.diffusion.model;

import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code unet}; for use by one thread. */
final class UnetReader {
    private static final int USUAL_CHANNELS = 4;
    private static final int USUAL_SIZE = 64;
    private static final int USUAL_SIZE_OF_XL = 128;

    private final ModelFiles files;
    private final boolean isXl;

    UnetReader(ModelFiles files, boolean isXl) {
        this.files = files;
        this.isXl = isXl;
    }

    /**
     * What is read.
     *
     * @param unet the graph that finds the noise
     * @param contextWidth how wide the texts' states are that it attends to; empty if no file tells
     * @param pooledWidth how wide the pooled text is; empty if no file tells
     */
    record Found(Unet unet, OptionalInt contextWidth, OptionalInt pooledWidth) {}

    Optional<Found> read() {
        JsonSettings settings = files.settingsIfAny("unet/config.json");
        return files.graph("unet").flatMap(graph -> read(graph, settings));
    }

    private Optional<Found> read(OnnxGraph graph, JsonSettings settings) {
        GraphTensors tensors = new GraphTensors(graph, files::fault);
        UnetPorts ports = UnetPorts.of(tensors, isXl);
        int channels = channels(graph, tensors, ports, settings);
        OptionalInt guidanceWidth = guidanceWidth(tensors, ports.guidance(), settings);
        OptionalInt contextWidth = tensors.size(ports.states(), 2, settings, "cross_attention_dim");
        OptionalInt pooledWidth =
                ports.pooledText().map(spec -> GraphTensors.fixed(spec, 1)).orElseGet(OptionalInt::empty);
        if (!ports.areComplete()) {
            return Optional.empty();
        }
        int size = size(ports.sample().orElseThrow(), settings);
        return Optional.of(new Found(ports.unet(graph, channels, size, guidanceWidth), contextWidth, pooledWidth));
    }

    private int channels(OnnxGraph graph, GraphTensors tensors, UnetPorts ports, JsonSettings settings) {
        int channels = tensors.size(ports.sample(), 1, settings, "in_channels").orElse(USUAL_CHANNELS);
        int answered = tensors.size(ports.output(), 1, settings, "out_channels").orElse(channels);
        if (channels != answered) {
            files.fault(("%s takes %d channels and answers %d; as many are expected, as models for inpainting, "
                            + "editing and upscaling are not understood. Take a model for text-to-image.")
                    .formatted(graph.file(), channels, answered));
        }
        return channels;
    }

    private OptionalInt guidanceWidth(GraphTensors tensors, Optional<TensorSpec> guidance, JsonSettings settings) {
        if (guidance.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt width = tensors.size(guidance, 1, settings, "time_cond_proj_dim");
        if (width.isEmpty()) {
            files.fault(settings.file() + " does not tell time_cond_proj_dim, which the input timestep_cond of the "
                    + "graph needs; fetch or export the model again.");
        }
        return width;
    }

    /** A graph may have been exported for another size than the model was trained with. */
    private int size(TensorSpec sample, JsonSettings settings) {
        OptionalInt fixed = GraphTensors.fixed(sample, 2);
        OptionalInt trained = settings.count("sample_size");
        return fixed.orElse(trained.orElse(isXl ? USUAL_SIZE_OF_XL : USUAL_SIZE));
    }
}
