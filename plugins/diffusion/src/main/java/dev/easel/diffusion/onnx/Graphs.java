package dev.easel.diffusion.onnx;

import dev.easel.diffusion.model.OnnxGraph;

/** Loads graphs. */
@FunctionalInterface
public interface Graphs {

    /**
     * Loads a graph.
     *
     * @param graph where it is
     * @return the graph, which the caller closes
     * @throws OnnxException if it can't be loaded
     */
    Graph open(OnnxGraph graph);
}
