package dev.easel.diffusion.noise;

/** Where noise comes from; for use by one thread. */
@FunctionalInterface
public interface NoiseSource {

    /**
     * Draws numbers from the normal distribution of mean 0 and deviation 1.
     *
     * @param size how many
     * @return a new array
     */
    float[] draw(int size);
}
