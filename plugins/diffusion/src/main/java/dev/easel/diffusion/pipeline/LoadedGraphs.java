package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.OnnxGraph;
import dev.easel.diffusion.onnx.Graph;
import dev.easel.diffusion.onnx.Graphs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Loads each graph once, when it is first asked for, and owns it; safe for use by several threads. */
final class LoadedGraphs implements Graphs, AutoCloseable {
    private final Graphs graphs;
    private final Map<Path, Graph> loaded = new HashMap<>();

    LoadedGraphs(Graphs graphs) {
        this.graphs = graphs;
    }

    /** Returns the graph, which the caller doesn't close. */
    @Override
    public synchronized Graph open(OnnxGraph graph) {
        Graph known = loaded.get(graph.file());
        if (known == null) {
            known = graphs.open(graph);
            loaded.put(graph.file(), known);
        }
        return known;
    }

    @Override
    public synchronized void close() {
        loaded.values().forEach(Graph::close);
        loaded.clear();
    }
}
