package dev.easel.diffusion.pipeline;

/**
 * How a batch lies in a tensor: all images without the prompt, then all with it; or the latter alone.
 *
 * @param latent the dimensions of one
 * @param images how many
 * @param halves 2 where images are computed without the prompt too, else 1
 */
record BatchShape(LatentShape latent, int images, int halves) {

    /** Returns how many latents there are. */
    int rows() {
        return images * halves;
    }

    /** Returns the tensor's dimensions. */
    long[] dimensions() {
        return new long[] {rows(), latent.channels(), latent.height(), latent.width()};
    }

    /** Returns where an image begins. */
    int index(int half, int image) {
        return (half * images + image) * latent.size();
    }
}
