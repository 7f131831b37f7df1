package dev.easel.diffusion.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * What the UNet is told of the prompt.
 *
 * @param negative what the pictures don't show; present if and only if they are guided away from it
 * @param positive what they show
 */
record Conditioning(Optional<Embedding> negative, Embedding positive) {

    /** Returns one for each half of a batch, in the order in which diffusers puts them. */
    List<Embedding> halves() {
        return negative.map(away -> List.of(away, positive)).orElse(List.of(positive));
    }
}
