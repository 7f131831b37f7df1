package dev.easel.diffusion.pipeline;

/**
 * What all images of a run have in common.
 *
 * @param recipe how they are made
 * @param latent the dimensions of their latents
 * @param conditioning what the UNet is told of the prompt
 */
record Job(Recipe recipe, LatentShape latent, Conditioning conditioning) {}
