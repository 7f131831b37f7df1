package dev.easel.diffusion.model;

import dev.easel.diffusion.tokenizer.ClipTokenizer;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code text_encoder} or {@code text_encoder_2}, with its tokenizer; for use by one thread. */
final class TextEncoderReader {
    private final ModelFiles files;
    private final boolean isXl;

    TextEncoderReader(ModelFiles files, boolean isXl) {
        this.files = files;
        this.isXl = isXl;
    }

    /**
     * Reads one.
     *
     * @param suffix what its folders' names end in, possibly nothing
     * @param usualWidth how wide its states are if no file tells; empty if that is not known either
     * @return empty if it can't be used, which has been told
     */
    Optional<TextEncoder> read(String suffix, OptionalInt usualWidth) {
        Optional<ClipTokenizer> tokenizer = ClipTokenizer.read(files.path("tokenizer" + suffix), files::fault);
        String part = "text_encoder" + suffix;
        JsonSettings settings = files.settingsIfAny(part + "/config.json");
        Optional<OnnxGraph> graph = files.graph(part);
        if (graph.isEmpty()) {
            return Optional.empty();
        }
        GraphTensors tensors = new GraphTensors(graph.get(), files::fault);
        Optional<TensorSpec> ids = tensors.input(TensorKind.TOKENS, "input_ids");
        tensors.checkInputs();
        Optional<TensorSpec> states = states(tensors, settings);
        Optional<TensorSpec> pooled = pooled(tensors, suffix);
        OptionalInt told = tensors.size(states, 2, settings, "hidden_size");
        OptionalInt width = told.isPresent() ? told : usualWidth;
        if (width.isEmpty()) {
            files.fault(settings.file() + " does not tell hidden_size; fetch or export the model again.");
        }
        if (tokenizer.isEmpty() || ids.isEmpty() || states.isEmpty() || width.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new TextEncoder(graph.get(), tokenizer.get(), ids.get(), states.get(), pooled, width.getAsInt()));
    }

    /** SDXL attends to the states before the last layer, {@code hidden_states[-2]} in diffusers. */
    private Optional<TensorSpec> states(GraphTensors tensors, JsonSettings settings) {
        if (!isXl) {
            return tensors.output(TensorKind.STATES, "last_hidden_state");
        }
        OptionalInt layers = settings.count("num_hidden_layers");
        if (layers.isEmpty()) {
            files.fault(settings.file()
                    + " does not tell num_hidden_layers, which SDXL needs; fetch or export the model again.");
            return Optional.empty();
        }
        return tensors.output(TensorKind.STATES, "hidden_states." + (layers.getAsInt() - 1));
    }

    /** SDXL takes the pooled text of the second encoder, projected. */
    private Optional<TensorSpec> pooled(GraphTensors tensors, String suffix) {
        return isXl && !suffix.isEmpty()
                ? tensors.output(TensorKind.VECTOR, "text_embeds")
                : tensors.outputIfAny(TensorKind.VECTOR, "pooler_output", "text_embeds");
    }
}
