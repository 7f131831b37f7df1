package dev.easel.diffusion.noise;

/**
 * The generator MT19937 of Matsumoto and Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform
 * pseudo-random number generator" (1998), with the initialisation of 2002; for use by one thread.
 */
final class MersenneTwister {
    private static final int SIZE = 624;
    private static final int OFFSET = 397;
    private static final int TWIST = 0x9908B0DF;
    private static final int UPPER_BIT = 0x80000000;

    private final int[] state = new int[SIZE];
    private int next = SIZE;

    MersenneTwister(int seed) {
        state[0] = seed;
        for (int i = 1; i < SIZE; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
        }
    }

    /** Returns 32 random bits. */
    int next32() {
        if (next == SIZE) {
            twist();
            next = 0;
        }
        int bits = state[next++];
        bits ^= bits >>> 11;
        bits ^= (bits << 7) & 0x9D2C5680;
        bits ^= (bits << 15) & 0xEFC60000;
        return bits ^ (bits >>> 18);
    }

    /** Returns 64 random bits, the higher ones drawn first. */
    long next64() {
        long high = next32();
        return (high << 32) | (next32() & 0xFFFFFFFFL);
    }

    private void twist() {
        for (int i = 0; i < SIZE; i++) {
            int mixed = (state[i] & UPPER_BIT) | (state[(i + 1) % SIZE] & ~UPPER_BIT);
            int twisted = (mixed >>> 1) ^ ((mixed & 1) == 0 ? 0 : TWIST);
            state[i] = state[(i + OFFSET) % SIZE] ^ twisted;
        }
    }
}
