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
        Optional<TensorSpec> sample = tensors.input(TensorKind.PICTURE, "sample");
        Optional<TensorSpec> timestep = tensors.input(TensorKind.TIME, "timestep");
        Optional<TensorSpec> states = tensors.input(TensorKind.STATES, "encoder_hidden_states");
        Optional<TensorSpec> guidance = tensors.inputIfAny(TensorKind.VECTOR, "timestep_cond");
        Optional<TensorSpec> pooled = ofXl(tensors, "text_embeds");
        Optional<TensorSpec> timeIds = ofXl(tensors, "time_ids");
        Optional<TensorSpec> output = tensors.output(TensorKind.PICTURE, "out_sample", "sample");
        tensors.checkInputs();
        int channels = tensors.size(sample, 1, settings, "in_channels").orElse(USUAL_CHANNELS);
        int answered = tensors.size(output, 1, settings, "out_channels").orElse(channels);
        checkChannels(graph, channels, answered);
        OptionalInt guidanceWidth = guidanceWidth(tensors, guidance, settings);
        OptionalInt contextWidth = tensors.size(states, 2, settings, "cross_attention_dim");
        OptionalInt pooledWidth =
                pooled.map(spec -> GraphTensors.fixed(spec, 1)).orElseGet(OptionalInt::empty);
        if (sample.isEmpty() || timestep.isEmpty() || states.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        int size = size(tensors, sample, settings);
        return Optional.of(new Found(
                new Unet(
                        graph,
                        sample.get(),
                        timestep.get(),
                        states.get(),
                        guidance,
                        pooled,
                        timeIds,
                        output.get(),
                        channels,
                        size,
                        guidanceWidth),
                contextWidth,
                pooledWidth));
    }

    private Optional<TensorSpec> ofXl(GraphTensors tensors, String name) {
        return isXl ? tensors.input(TensorKind.VECTOR, name) : Optional.empty();
    }

    private void checkChannels(OnnxGraph graph, int channels, int answered) {
        if (channels != answered) {
            files.fault(("%s takes %d channels and answers %d; as many are expected, as models for inpainting, "
                            + "editing and upscaling are not understood. Take a model for text-to-image.")
                    .formatted(graph.file(), channels, answered));
        }
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

    private int size(GraphTensors tensors, Optional<TensorSpec> sample, JsonSettings settings) {
        return tensors.size(sample, 2, settings, "sample_size").orElse(isXl ? USUAL_SIZE_OF_XL : USUAL_SIZE);
    }
}
