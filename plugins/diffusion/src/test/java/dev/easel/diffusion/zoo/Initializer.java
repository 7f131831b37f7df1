package dev.easel.diffusion.zoo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A constant tensor of a graph, mostly weights.
 *
 * @param name its name in the graph
 * @param type its elements' type
 * @param shape its dimensions; empty for a scalar
 * @param elements what it holds
 */
record Initializer(String name, DataType type, List<Long> shape, Elements elements) {
    private static final int BUFFER = 1 << 16;

    /** How many elements it has. */
    long size() {
        return shape.stream().reduce(1L, (a, b) -> a * b);
    }

    /** How long its raw data are. */
    long bytes() {
        return size() * type.bytes();
    }

    /** Writes its raw data, little-endian, as ONNX wants them. */
    void writeTo(OutputStream out) throws IOException {
        byte[] chunk = new byte[BUFFER];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
        long size = size();
        for (long index = 0; index < size; index++) {
            type.put(buffer, elements.at(index));
            if (!buffer.hasRemaining() || index == size - 1) {
                out.write(chunk, 0, buffer.position());
                buffer.clear();
            }
        }
    }
}
