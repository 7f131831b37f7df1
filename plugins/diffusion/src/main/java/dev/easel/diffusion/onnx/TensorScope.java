package dev.easel.diffusion.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.easel.diffusion.model.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;

/** Owns tensors, and frees them all when it is closed; for use by one thread. */
public final class TensorScope implements AutoCloseable {
    private final Deque<Tensor> tensors = new ArrayDeque<>();
    private final TensorMemory memory;

    TensorScope(TensorMemory memory) {
        this.memory = memory;
    }

    /**
     * Makes a tensor, with any content.
     *
     * @param type its elements
     * @param shape its dimensions; none for a scalar
     * @return a tensor of this scope
     * @throws OnnxException if memory is too small, or nothing here can feed such elements
     */
    public Tensor tensor(ElementType type, long... shape) {
        Elements elements = Elements.of(type);
        ByteBuffer bytes = memory.take(size(elements, shape));
        try {
            Tensor tensor = new Tensor(elements, bytes, shape, view(elements, bytes, shape));
            tensors.push(tensor);
            return tensor;
        } catch (OrtException refused) {
            memory.give(bytes);
            throw Faults.running("a tensor", refused);
        }
    }

    private static OnnxTensor view(Elements elements, ByteBuffer bytes, long... shape) throws OrtException {
        ByteBuffer exact = bytes.slice(0, size(elements, shape)).order(ByteOrder.nativeOrder());
        return OnnxTensor.createTensor(OnnxRuntimeAccess.environment(), exact, shape, elements.javaType());
    }

    private static int size(Elements elements, long... shape) {
        long bytes = elements.javaType().size;
        for (long dimension : shape) {
            bytes = Math.multiplyExact(bytes, dimension);
        }
        return Math.toIntExact(bytes);
    }

    /** Frees every tensor; closing again does nothing. */
    @Override
    public void close() {
        while (!tensors.isEmpty()) {
            Tensor tensor = tensors.pop();
            tensor.raw().close();
            memory.give(tensor.memory());
        }
    }
}
