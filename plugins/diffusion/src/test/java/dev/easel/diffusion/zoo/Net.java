package dev.easel.diffusion.zoo;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A graph in ONNX Runtime, which is fed numbers in whatever type it wants. */
final class Net implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    Net(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(file.toString(), options);
        }
    }

    /** The types and dimensions of its inputs, by name. */
    Map<String, TensorInfo> inputs() throws OrtException {
        return infos(session.getInputInfo());
    }

    /** The types and dimensions of its outputs, by name. */
    Map<String, TensorInfo> outputs() throws OrtException {
        return infos(session.getOutputInfo());
    }

    /** Runs it, and returns every output by name. */
    Map<String, Values> run(Map<String, Values> inputs) throws OrtException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Values> input : inputs.entrySet()) {
                TensorInfo info = inputs().get(input.getKey());
                tensors.put(input.getKey(), tensor(info.type, input.getValue()));
            }
            return results(tensors);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private Map<String, Values> results(Map<String, OnnxTensor> tensors) throws OrtException {
        Map<String, Values> values = new LinkedHashMap<>();
        try (OrtSession.Result result = session.run(tensors)) {
            for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
                values.put(output.getKey(), values((OnnxTensor) output.getValue()));
            }
        }
        return values;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private OnnxTensor tensor(OnnxJavaType type, Values values) throws OrtException {
        DataType to = DataType.valueOf(type.name());
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(values.numbers().length * to.bytes()).order(ByteOrder.nativeOrder());
        for (double number : values.numbers()) {
            to.put(buffer, number);
        }
        return OnnxTensor.createTensor(environment, buffer.flip(), values.shape(), type);
    }

    private static Values values(OnnxTensor tensor) {
        long[] shape = tensor.getInfo().getShape();
        if (tensor.getInfo().type == OnnxJavaType.BOOL) {
            ByteBuffer bytes = tensor.getByteBuffer();
            return Values.of(i -> bytes.get((int) i), shape);
        }
        FloatBuffer floats = tensor.getFloatBuffer();
        return Values.of(i -> floats.get((int) i), shape);
    }

    private static Map<String, TensorInfo> infos(Map<String, NodeInfo> nodes) {
        Map<String, TensorInfo> infos = new LinkedHashMap<>();
        nodes.forEach((name, node) -> infos.put(name, (TensorInfo) node.getInfo()));
        return infos;
    }
}
