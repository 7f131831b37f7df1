package dev.easel.diffusion.onnx;

import ai.onnxruntime.OnnxTensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a graph reads and where it writes, kept for many calls; belongs to the scope of its tensors. */
public final class Bindings {
    private final Map<String, Tensor> inputs;
    private final Map<String, OnnxTensor> rawInputs;
    private final Map<String, OnnxTensor> rawOutputs;

    /**
     * Binds tensors to names.
     *
     * @param inputs a tensor for each input, by its name
     * @param outputs a tensor for each output that is wanted, by its name, at least one
     */
    public Bindings(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
        this.inputs = Map.copyOf(inputs);
        rawInputs = raw(inputs);
        rawOutputs = raw(outputs);
    }

    /**
     * Returns what the graph reads.
     *
     * @return a tensor for each input, by its name
     */
    public Map<String, Tensor> inputs() {
        return inputs;
    }

    Map<String, OnnxTensor> rawInputs() {
        return rawInputs;
    }

    Map<String, OnnxTensor> rawOutputs() {
        return rawOutputs;
    }

    /** Returns the tensors as the runtime takes them. */
    static Map<String, OnnxTensor> raw(Map<String, Tensor> tensors) {
        Map<String, OnnxTensor> raw = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> raw.put(name, tensor.raw()));
        return raw;
    }
}
