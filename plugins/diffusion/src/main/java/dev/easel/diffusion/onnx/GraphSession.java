package dev.easel.diffusion.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import dev.easel.diffusion.model.OnnxGraph;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** A graph in a session of the runtime. */
final class GraphSession implements Graph {
    private final OnnxGraph graph;
    private final OrtSession session;

    GraphSession(OnnxGraph graph, OrtSession session) {
        this.graph = graph;
        this.session = session;
    }

    @Override
    public void run(Bindings bindings, Termination termination) {
        try {
            session.run(bindings.rawInputs(), Set.of(), bindings.rawOutputs(), termination.options())
                    .close();
        } catch (OrtException failed) {
            throw fault(failed, termination);
        }
    }

    @Override
    public Answers answer(Map<String, Tensor> inputs, Set<String> outputs, Termination termination) {
        try (Result result = session.run(Bindings.raw(inputs), outputs, Map.of(), termination.options())) {
            Map<String, float[]> answers = new LinkedHashMap<>();
            result.forEach(entry -> answers.put(entry.getKey(), read((OnnxTensor) entry.getValue())));
            return new Answers(answers);
        } catch (OrtException failed) {
            throw fault(failed, termination);
        }
    }

    private RuntimeException fault(OrtException failed, Termination termination) {
        return termination.isTerminated()
                ? new CancellationException("the run was cancelled")
                : Faults.running(graph.file().toString(), failed);
    }

    private static float[] read(OnnxTensor tensor) {
        Elements elements = Elements.of(tensor.getInfo().type);
        ByteBuffer memory = tensor.getByteBuffer().order(ByteOrder.nativeOrder());
        float[] values = new float[Math.toIntExact(tensor.getInfo().getNumElements())];
        elements.getAll(memory, 0, values);
        return values;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw Faults.running(graph.file().toString(), failed);
        }
    }
}
