package dev.easel.diffusion.pipeline;

/**
 * How much memory a UNet needs beside its weights, about: what Stable Diffusion 1.5's was measured to need on a
 * processor, with its 8 attention heads at full size. Others need less.
 */
final class MemoryNeed {
    /** For each pair of places in a latent: 8 heads, numbers of 4 bytes, before and after the softmax. */
    private static final double BYTES_PER_PAIR = 8 * 4 * 2;

    /** For each place in a latent, everything else: 47 MB at 32 × 32, 190 MB at 64 × 64. */
    private static final double BYTES_PER_PLACE = 46_000;

    private MemoryNeed() {}

    /** Returns the bytes for an image that is computed so often in a batch, 1 or 2. */
    static long ofImage(LatentShape latent, int halves) {
        double places = (double) latent.height() * latent.width();
        return (long) (halves * (places * places * BYTES_PER_PAIR + places * BYTES_PER_PLACE));
    }
}
