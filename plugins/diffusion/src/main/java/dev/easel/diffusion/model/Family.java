package dev.easel.diffusion.model;

/** The kinds of models that are told apart, by what their files say. */
public enum Family {
    /** Stable Diffusion 1.x and 2.x. */
    STABLE_DIFFUSION,
    /** Distilled to few steps without guidance, such as SD-Turbo. */
    TURBO,
    /** Latent consistency models: few steps, the guidance scale embedded. */
    LCM,
    /** Stable Diffusion XL: two text encoders. */
    SDXL,
    /** Stable Diffusion XL, distilled to few steps without guidance. */
    SDXL_TURBO
}
