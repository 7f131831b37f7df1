package dev.easel.diffusion.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A graph in a file, as its header describes it.
 *
 * @param file the ONNX file; its external data, if any, lie beside it
 * @param inputs what it is fed, without its weights
 * @param outputs what it answers
 */
public record OnnxGraph(Path file, List<TensorSpec> inputs, List<TensorSpec> outputs) {

    /** Makes its own copies of the lists. */
    public OnnxGraph {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * Finds an input.
     *
     * @param name its name
     * @return empty if the graph has no such input
     */
    public Optional<TensorSpec> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }

    /**
     * Finds an output.
     *
     * @param name its name
     * @return empty if the graph has no such output
     */
    public Optional<TensorSpec> output(String name) {
        return outputs.stream().filter(output -> output.name().equals(name)).findFirst();
    }
}
