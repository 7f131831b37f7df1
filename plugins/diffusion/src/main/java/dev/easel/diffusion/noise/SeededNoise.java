package dev.easel.diffusion.noise;

/**
 * The noise of PyTorch's generator for the CPU, {@code torch.randn(size,
 * generator=torch.Generator().manual_seed(seed))}, so that a seed that is known from diffusers starts the same picture;
 * for use by one thread.
 *
 * <p>The numbers are PyTorch's but for the last bits, and the same on every machine and JDK. As there, a draw of 16
 * numbers or more is made otherwise than one of fewer: 20 numbers are not 10 and 10.
 *
 * <p>After {@code aten/src/ATen/native/cpu/DistributionTemplates.h} and
 * {@code aten/src/ATen/core/DistributionsHelper.h} of PyTorch, and Box and Muller, "A note on the generation of random
 * normal deviates" (1958).
 */
public final class SeededNoise implements NoiseSource {
    private static final int GROUP = 16;
    private static final int HALF = GROUP / 2;
    private static final float UNIT_OF_24_BITS = 0x1p-24f;
    private static final double UNIT_OF_53_BITS = 0x1p-53;

    private final MersenneTwister random;
    private double spare = Double.NaN;

    /**
     * Starts a row of draws, which depends on nothing but the seed.
     *
     * @param seed any; as in PyTorch only the lower 32 bits count, those of the two's complement if it is negative, so
     *     that 2³² is the same as 0, and −1 the same as 2³² − 1
     */
    public SeededNoise(long seed) {
        this.random = new MersenneTwister((int) seed);
    }

    @Override
    public float[] draw(int size) {
        float[] numbers = new float[size];
        if (size < GROUP) {
            drawSingly(numbers);
        } else {
            drawInGroups(numbers);
        }
        return numbers;
    }

    private void drawSingly(float[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) single();
        }
    }

    private double single() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        double angle = 2 * Math.PI * uniformDouble();
        double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-uniformDouble()));
        spare = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    /** Fills up with uniform numbers first; if the last group is not full, the last 16 numbers are drawn anew. */
    private void drawInGroups(float[] numbers) {
        fillUniformly(numbers, 0);
        for (int start = 0; start + GROUP <= numbers.length; start += GROUP) {
            makeNormal(numbers, start);
        }
        if (numbers.length % GROUP != 0) {
            int start = numbers.length - GROUP;
            fillUniformly(numbers, start);
            makeNormal(numbers, start);
        }
    }

    private void fillUniformly(float[] numbers, int start) {
        for (int i = start; i < numbers.length; i++) {
            numbers[i] = (random.next32() & 0xFFFFFF) * UNIT_OF_24_BITS;
        }
    }

    private static void makeNormal(float[] numbers, int start) {
        for (int i = start; i < start + HALF; i++) {
            double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - (double) numbers[i]));
            double angle = 2 * Math.PI * numbers[i + HALF];
            numbers[i] = (float) (radius * StrictMath.cos(angle));
            numbers[i + HALF] = (float) (radius * StrictMath.sin(angle));
        }
    }

    private double uniformDouble() {
        return (random.next64() & ((1L << 53) - 1)) * UNIT_OF_53_BITS;
    }
}
