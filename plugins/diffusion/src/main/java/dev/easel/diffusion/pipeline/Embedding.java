package dev.easel.diffusion.pipeline;

import java.util.Optional;

/** What a text means to the UNet. */
final class Embedding {
    private final float[] states;
    private final int tokens;
    private final Optional<float[]> pooled;

    /**
     * Keeps the numbers, which are not copied.
     *
     * @param states for one token after the other
     * @param tokens how many
     * @param pooled what stands for the whole text; empty where the model has nothing of the kind
     */
    Embedding(float[] states, int tokens, Optional<float[]> pooled) {
        this.states = states;
        this.tokens = tokens;
        this.pooled = pooled;
    }

    float[] states() {
        return states;
    }

    int tokens() {
        return tokens;
    }

    /** Returns how many numbers there are for a token. */
    int width() {
        return states.length / tokens;
    }

    Optional<float[]> pooled() {
        return pooled;
    }

    /** Returns the meaning of nothing at all, in the same shape. */
    Embedding zeros() {
        return new Embedding(new float[states.length], tokens, pooled.map(values -> new float[values.length]));
    }
}
