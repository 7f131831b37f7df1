package dev.easel.diffusion.onnx;

import ai.onnxruntime.OnnxTensor;
import java.nio.ByteBuffer;

/** Numbers in memory outside the Java heap; belongs to a {@link TensorScope}, for use by one thread. */
public final class Tensor {
    private final Elements elements;
    private final ByteBuffer memory;
    private final long[] shape;
    private final OnnxTensor raw;

    Tensor(Elements elements, ByteBuffer memory, long[] shape, OnnxTensor raw) {
        this.elements = elements;
        this.memory = memory;
        this.shape = shape.clone();
        this.raw = raw;
    }

    /**
     * Returns the dimensions.
     *
     * @return a copy; empty for a scalar
     */
    public long[] shape() {
        return shape.clone();
    }

    /**
     * Returns how many numbers there are.
     *
     * @return at least 1
     */
    public int size() {
        int size = 1;
        for (long dimension : shape) {
            size *= (int) dimension;
        }
        return size;
    }

    /**
     * Writes numbers one after the other, each as the nearest that the tensor's type has.
     *
     * @param index where the first goes, from 0
     * @param values the numbers
     */
    public void put(int index, float[] values) {
        elements.putAll(memory, index, values);
    }

    /**
     * Writes numbers one after the other.
     *
     * @param index where the first goes, from 0
     * @param values the numbers
     */
    public void put(int index, int[] values) {
        for (int i = 0; i < values.length; i++) {
            elements.put(memory, index + i, values[i]);
        }
    }

    /**
     * Writes the same number everywhere, as the nearest that the tensor's type has.
     *
     * @param value the number
     */
    public void fill(double value) {
        for (int i = 0; i < size(); i++) {
            elements.put(memory, i, value);
        }
    }

    /**
     * Reads numbers.
     *
     * @param index where the first is, from 0
     * @param values filled with as many as it has place for
     */
    public void get(int index, float[] values) {
        elements.getAll(memory, index, values);
    }

    OnnxTensor raw() {
        return raw;
    }

    ByteBuffer memory() {
        return memory;
    }
}
