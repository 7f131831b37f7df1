package dev.easel.diffusion.noise;

/** The noise of PyTorch's generator for the CPU; for use by one thread. */
public final class SeededNoise implements NoiseSource {

    /**
     * Starts a row of draws, which depends on nothing but the seed.
     *
     * @param seed its lower 32 bits count
     */
    public SeededNoise(long seed) {}

    @Override
    public float[] draw(int size) {
        throw new UnsupportedOperationException();
    }
}
