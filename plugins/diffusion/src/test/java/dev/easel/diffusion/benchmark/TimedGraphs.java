package dev.easel.diffusion.benchmark;

import dev.easel.diffusion.model.OnnxGraph;
import dev.easel.diffusion.onnx.Answers;
import dev.easel.diffusion.onnx.Bindings;
import dev.easel.diffusion.onnx.Graph;
import dev.easel.diffusion.onnx.Graphs;
import dev.easel.diffusion.onnx.Tensor;
import dev.easel.diffusion.onnx.Termination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Takes the time of every call of the runtime; for use by one thread. */
final class TimedGraphs implements Graphs {
    private final Graphs graphs;
    private final List<Long> unet = new ArrayList<>();
    private long all;

    TimedGraphs(Graphs graphs) {
        this.graphs = graphs;
    }

    /** Returns the nanoseconds of all calls. */
    long all() {
        return all;
    }

    /** Returns the nanoseconds of each call of the UNet. */
    List<Long> unet() {
        return unet;
    }

    void forget() {
        unet.clear();
        all = 0;
    }

    @Override
    public Graph open(OnnxGraph graph) {
        boolean isUnet = graph.file().toString().contains("unet");
        return new TimedGraph(graphs.open(graph), isUnet);
    }

    private <T> T timed(boolean isUnet, Supplier<T> call) {
        long begin = System.nanoTime();
        T result = call.get();
        long took = System.nanoTime() - begin;
        all += took;
        if (isUnet) {
            unet.add(took);
        }
        return result;
    }

    private final class TimedGraph implements Graph {
        private final Graph graph;
        private final boolean isUnet;

        TimedGraph(Graph graph, boolean isUnet) {
            this.graph = graph;
            this.isUnet = isUnet;
        }

        @Override
        public void run(Bindings bindings, Termination termination) {
            timed(isUnet, () -> {
                graph.run(bindings, termination);
                return true;
            });
        }

        @Override
        public Answers answer(Map<String, Tensor> inputs, Set<String> outputs, Termination termination) {
            return timed(isUnet, () -> graph.answer(inputs, outputs, termination));
        }

        @Override
        public void close() {
            graph.close();
        }
    }
}
