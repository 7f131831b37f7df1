package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.OnnxGraph;
import dev.easel.diffusion.onnx.Answers;
import dev.easel.diffusion.onnx.Bindings;
import dev.easel.diffusion.onnx.Graphs;
import dev.easel.diffusion.onnx.Tensor;
import dev.easel.diffusion.onnx.Termination;
import java.util.Map;
import java.util.Set;

/**
 * Calls the models of a run, each of which is counted and ends the run where it is cancelled; for use by one thread.
 *
 * @param graphs loads each graph once
 * @param termination ends a call that is under way
 * @param meter counts
 */
record ModelCalls(Graphs graphs, Termination termination, Meter meter) {

    /** Computes outputs of known shapes; {@code units} says how much of the run's work it is. */
    void run(OnnxGraph graph, Bindings bindings, int units) {
        graphs.open(graph).run(bindings, termination);
        meter.called(units);
    }

    /** Computes outputs whose shapes are the graph's affair; {@code units} says how much of the run's work it is. */
    Answers answer(OnnxGraph graph, Map<String, Tensor> inputs, Set<String> outputs, int units) {
        Answers answers = graphs.open(graph).answer(inputs, outputs, termination);
        meter.called(units);
        return answers;
    }
}
