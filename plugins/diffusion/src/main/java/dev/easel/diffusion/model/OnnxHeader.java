package dev.easel.diffusion.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an ONNX file says of its graph, but for the graph itself.
 *
 * @param inputs what the graph is fed; initialised ones, which older files list too, are none
 * @param outputs what it answers
 * @param externalData the files that hold weights, as the graph names them, each with the least size in bytes that it
 *     must have
 */
record OnnxHeader(List<TensorSpec> inputs, List<TensorSpec> outputs, SortedMap<String, Long> externalData) {

    OnnxHeader {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        externalData = Collections.unmodifiableSortedMap(new TreeMap<>(externalData));
    }
}
