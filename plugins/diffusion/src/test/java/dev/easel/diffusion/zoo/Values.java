package dev.easel.diffusion.zoo;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Numbers for a tensor, or from one.
 *
 * @param numbers in row-major order
 * @param shape the dimensions; none for a scalar
 */
record Values(double[] numbers, long... shape) {

    static Values of(Elements elements, long... shape) {
        int size = (int) LongStream.of(shape).reduce(1, (a, b) -> a * b);
        return new Values(IntStream.range(0, size).mapToDouble(elements::at).toArray(), shape);
    }

    /** One of the first dimension, as a batch of one. */
    Values row(int index) {
        int size = numbers.length / (int) shape[0];
        long[] single = shape.clone();
        single[0] = 1;
        return new Values(Arrays.copyOfRange(numbers, index * size, (index + 1) * size), single);
    }

    /** The greatest difference of a number from the one in the same place. */
    double distance(Values other) {
        return IntStream.range(0, numbers.length)
                .mapToDouble(i -> Math.abs(numbers[i] - other.numbers[i]))
                .max()
                .orElseThrow();
    }

    /** The greatest absolute number; not a number if any isn't finite. */
    double greatest() {
        return Arrays.stream(numbers)
                .map(number -> Double.isFinite(number) ? Math.abs(number) : Double.NaN)
                .reduce(0, Math::max);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values
                && Arrays.equals(numbers, values.numbers)
                && Arrays.equals(shape, values.shape);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(shape) + " " + Arrays.toString(numbers);
    }
}
