package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.DiffusionModel;

/**
 * The dimensions of a latent.
 *
 * @param channels how many
 * @param height in its elements
 * @param width in its elements
 */
record LatentShape(int channels, int height, int width) {

    static LatentShape of(Recipe recipe, DiffusionModel model) {
        int magnification = model.decoder().magnification();
        return new LatentShape(
                model.unet().channels(), recipe.height() / magnification, recipe.width() / magnification);
    }

    /** Returns how many numbers it has. */
    int size() {
        return channels * height * width;
    }
}
