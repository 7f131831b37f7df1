package dev.easel.diffusion.zoo;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A graph in ONNX Runtime, which is fed numbers in whatever type it wants. */
final class Net implements AutoCloseable {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    Net(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
            session = environment.createSession(file.toString(), options);
        }
    }

    /** The dimensions of an input, −1 where they are open. */
    long[] shape(String input) throws OrtException {
        return Objects.requireNonNull(inputs().get(input), input).getShape();
    }

    /** The types and dimensions of its inputs, by name. */
    Map<String, TensorInfo> inputs() throws OrtException {
        return infos(session.getInputInfo());
    }

    /** Runs it, and returns every output. */
    Tensors run(Tensors inputs) throws OrtException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, TensorInfo> input : inputs().entrySet()) {
                tensors.put(input.getKey(), tensor(input.getValue().type, inputs.get(input.getKey())));
            }
            return results(tensors);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private Tensors results(Map<String, OnnxTensor> tensors) throws OrtException {
        Map<String, Values> values = new LinkedHashMap<>();
        try (OrtSession.Result result = session.run(tensors)) {
            for (Map.Entry<String, OnnxValue> output : result) {
                values.put(output.getKey(), values((OnnxTensor) output.getValue()));
            }
        }
        return new Tensors(values);
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }

    private OnnxTensor tensor(OnnxJavaType type, Values values) throws OrtException {
        DataType to = DataType.valueOf(type.name());
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(values.size() * to.bytes()).order(ByteOrder.nativeOrder());
        values.numbers().forEach(number -> to.put(buffer, number));
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
