package dev.easel.diffusion.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Memory outside the Java heap that tensors use again and again, since Java frees it only when it happens to collect
 * garbage; safe for use by several threads.
 */
public final class TensorMemory {
    private static final int SMALLEST = 64;

    private final Map<Integer, Deque<ByteBuffer>> idle = new HashMap<>();

    /** Makes memory that nothing uses yet. */
    public TensorMemory() {}

    /**
     * Begins a scope.
     *
     * @return a scope without tensors, which the caller closes
     */
    public TensorScope scope() {
        return new TensorScope(this);
    }

    /** Returns memory with any content, whose capacity may be larger than asked for. */
    synchronized ByteBuffer take(int bytes) {
        int capacity = capacityFor(bytes);
        Deque<ByteBuffer> buffers = idle.get(capacity);
        return buffers == null || buffers.isEmpty() ? allocate(capacity) : buffers.pop();
    }

    /** Takes memory back that nobody uses any more. */
    synchronized void give(ByteBuffer buffer) {
        idle.computeIfAbsent(buffer.capacity(), capacity -> new ArrayDeque<>()).push(buffer);
    }

    /** The next power of two, so that sizes that differ a little share memory. */
    private static int capacityFor(int bytes) {
        long power = Integer.highestOneBit(Math.max(SMALLEST, bytes) - 1) * 2L;
        return (int) Math.min(Integer.MAX_VALUE, power);
    }

    private static ByteBuffer allocate(int capacity) {
        try {
            return ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
        } catch (OutOfMemoryError exhausted) {
            throw Faults.directMemory(capacity, exhausted);
        }
    }
}
