package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.OnnxGraph;
import dev.easel.diffusion.onnx.Answers;
import dev.easel.diffusion.onnx.Bindings;
import dev.easel.diffusion.onnx.Graph;
import dev.easel.diffusion.onnx.Graphs;
import dev.easel.diffusion.onnx.OnnxException;
import dev.easel.diffusion.onnx.Sessions;
import dev.easel.diffusion.onnx.Tensor;
import dev.easel.diffusion.onnx.Termination;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes down what is asked of graphs, and can pretend that memory is too small for many rows. */
final class RecordingGraphs implements Graphs {
    final List<String> opened = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    /** How many rows each call of the UNet had. */
    final List<Integer> rows = new ArrayList<>();

    /** How many tokens each call of the UNet was told of. */
    final List<Integer> textLengths = new ArrayList<>();
    /** With more, memory is too small. */
    int mostRows = Integer.MAX_VALUE;

    private final Graphs graphs = new Sessions(Models.SESSIONS);

    @Override
    public Graph open(OnnxGraph graph) {
        String name =
                Objects.requireNonNull(graph.file().getParent()).getFileName().toString();
        opened.add(name);
        return new RecordingGraph(name, graphs.open(graph));
    }

    private final class RecordingGraph implements Graph {
        private final String name;
        private final Graph graph;

        RecordingGraph(String name, Graph graph) {
            this.name = name;
            this.graph = graph;
        }

        @Override
        public void run(Bindings bindings, Termination termination) {
            if (name.equals("unet")) {
                record(bindings.inputs());
            }
            graph.run(bindings, termination);
        }

        private void record(Map<String, Tensor> inputs) {
            int batch = dimension(inputs, "sample", 0);
            if (batch > mostRows) {
                throw new OnnxException(OnnxException.Kind.MEMORY, "too many rows", new IllegalStateException());
            }
            rows.add(batch);
            textLengths.add(dimension(inputs, "encoder_hidden_states", 1));
        }

        private static int dimension(Map<String, Tensor> inputs, String name, int dimension) {
            return (int) Objects.requireNonNull(inputs.get(name), name).shape()[dimension];
        }

        @Override
        public Answers answer(Map<String, Tensor> inputs, Set<String> outputs, Termination termination) {
            return graph.answer(inputs, outputs, termination);
        }

        @Override
        public void close() {
            closed.add(name);
            graph.close();
        }
    }
}
