package dev.easel.diffusion.zoo;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Numbers for a tensor, or from one, in row-major order; immutable. */
final class Values {
    private final double[] numbers;
    private final long[] shape;

    private Values(double[] numbers, long... shape) {
        this.numbers = numbers;
        this.shape = shape.clone();
    }

    /**
     * Fills a tensor.
     *
     * @param shape the dimensions; none for a scalar
     */
    static Values of(Elements elements, long... shape) {
        long size = LongStream.of(shape).reduce(1, (a, b) -> a * b);
        return new Values(LongStream.range(0, size).mapToDouble(elements::at).toArray(), shape);
    }

    long[] shape() {
        return shape.clone();
    }

    int size() {
        return numbers.length;
    }

    double at(long index) {
        return numbers[(int) index];
    }

    DoubleStream numbers() {
        return Arrays.stream(numbers);
    }

    /** Whether there is one for each of a batch. */
    boolean isBatch(int batch) {
        return shape.length > 0 && shape[0] == batch;
    }

    /** One of the first dimension, as a batch of one. */
    Values row(int index) {
        int size = numbers.length / (int) shape[0];
        long[] single = shape.clone();
        single[0] = 1;
        return of(i -> numbers[index * size + (int) i], single);
    }

    /** The greatest difference of a number from the one in the same place. */
    double distance(Values other) {
        return of(i -> numbers[(int) i] - other.numbers[(int) i], numbers.length)
                .greatest();
    }

    /** The greatest absolute number; not a number if any isn't finite. */
    double greatest() {
        return numbers()
                .map(number -> Double.isFinite(number) ? Math.abs(number) : Double.NaN)
                .reduce(0, Math::max);
    }
}
