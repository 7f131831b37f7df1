package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.TensorSpec;
import dev.easel.diffusion.model.TextEncoder;
import dev.easel.diffusion.onnx.Answers;
import dev.easel.diffusion.onnx.Tensor;
import dev.easel.diffusion.onnx.TensorMemory;
import dev.easel.diffusion.onnx.TensorScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs text encoders window by window, so that what a text means doesn't depend on another; for use by one thread. */
final class TextEncoding {
    private final ModelCalls calls;
    private final TensorMemory memory;

    TextEncoding(ModelCalls calls, TensorMemory memory) {
        this.calls = calls;
        this.memory = memory;
    }

    /** Encodes a text that has equally many windows for each encoder. */
    Embedding embed(PromptTokens text) {
        List<Embedding> parts = new ArrayList<>();
        for (int i = 0; i < text.encoders().size(); i++) {
            parts.add(encode(text.encoders().get(i), text.tokens().get(i).windows()));
        }
        return joined(parts);
    }

    private Embedding encode(TextEncoder encoder, List<int[]> windows) {
        int tokens = windows.get(0).length;
        int window = tokens * encoder.width();
        float[] states = new float[windows.size() * window];
        Optional<float[]> pooled = Optional.empty();
        for (int i = 0; i < windows.size(); i++) {
            Answers answers = run(encoder, windows.get(i));
            System.arraycopy(answers.of(encoder.states().name()), 0, states, i * window, window);
            if (i == 0) {
                pooled = encoder.pooled().map(output -> answers.of(output.name()));
            }
        }
        return new Embedding(states, windows.size() * tokens, pooled);
    }

    private Answers run(TextEncoder encoder, int[] window) {
        try (TensorScope scope = memory.scope()) {
            Tensor ids = scope.tensor(encoder.ids().type(), 1, window.length);
            ids.put(0, window);
            return calls.answer(encoder.graph(), Map.of(encoder.ids().name(), ids), outputs(encoder), 1);
        }
    }

    private static Set<String> outputs(TextEncoder encoder) {
        Set<String> outputs = new LinkedHashSet<>();
        outputs.add(encoder.states().name());
        encoder.pooled().map(TensorSpec::name).ifPresent(outputs::add);
        return outputs;
    }

    /** Puts the states of all encoders for a token side by side; the last one's pooled text stands for all. */
    private static Embedding joined(List<Embedding> parts) {
        int tokens = parts.get(0).tokens();
        int width = parts.stream().mapToInt(Embedding::width).sum();
        float[] states = new float[tokens * width];
        int column = 0;
        for (Embedding part : parts) {
            for (int token = 0; token < tokens; token++) {
                System.arraycopy(part.states(), token * part.width(), states, token * width + column, part.width());
            }
            column += part.width();
        }
        return new Embedding(states, tokens, parts.get(parts.size() - 1).pooled());
    }
}
