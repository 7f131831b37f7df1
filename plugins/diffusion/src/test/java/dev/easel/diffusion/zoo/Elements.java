package dev.easel.diffusion.zoo;

/** What a tensor holds, without holding it: so that gigabytes of weights can be written from no memory. */
@FunctionalInterface
interface Elements {

    /**
     * Returns one element.
     *
     * @param index from 0, in row-major order
     * @return a number that the tensor's type can hold
     */
    double at(long index);

    /** The same number everywhere. */
    static Elements constant(double value) {
        return index -> value;
    }

    /** These numbers. */
    static Elements of(double... values) {
        return index -> values[(int) index];
    }

    /**
     * Pseudo-random numbers of mean 0, evenly spread, which can be had in any order: the finaliser of SplitMix64
     * (Steele, Lea and Flood, 2014) over the index.
     *
     * @param seed other seeds give other numbers
     * @param deviation their standard deviation
     */
    static Elements random(long seed, double deviation) {
        double scale = 2 * Math.sqrt(3) * deviation / (1L << 53);
        double shift = Math.sqrt(3) * deviation;
        return index -> (mix(seed + (index + 1) * 0x9E3779B97F4A7C15L) >>> 11) * scale - shift;
    }

    private static long mix(long seed) {
        long mixed = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
