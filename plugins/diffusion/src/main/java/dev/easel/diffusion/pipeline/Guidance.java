package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.Family;

/** How closely the prompt is followed. */
final class Guidance {
    /** What the scale is multiplied with before it is embedded, as in LCM's own code. */
    private static final double EMBEDDED_SCALE = 1000;

    private static final double LONGEST_PERIOD = 10_000;

    private Guidance() {}

    /**
     * Tells whether every image is computed twice, without and with the prompt (classifier-free guidance, Ho and
     * Salimans, 2022). Distilled models have the guidance inside.
     */
    static boolean doublesBatch(Recipe recipe, DiffusionModel model) {
        boolean distilled = model.family() == Family.TURBO
                || model.family() == Family.SDXL_TURBO
                || model.unet().guidance().isPresent();
        return recipe.guidance() > 1 && !distilled;
    }

    /** Goes from what is without the prompt to what is with it, and beyond; changes {@code with}. */
    static void combine(float[] without, float[] with, double scale) {
        float factor = (float) scale;
        for (int i = 0; i < with.length; i++) {
            with[i] = without[i] + factor * (with[i] - without[i]);
        }
    }

    /**
     * Embeds the scale as sines and cosines (Luo et al., Latent Consistency Models, 2023, with the code that belongs to
     * it).
     *
     * @param scale as the recipe has it; 1 less is embedded
     * @param width how many numbers
     * @return half sines, half cosines; the last is 0 where the width is odd
     */
    static float[] embedding(double scale, int width) {
        int half = width / 2;
        double decay = Math.log(LONGEST_PERIOD) / (half - 1);
        float[] embedding = new float[width];
        for (int i = 0; i < half; i++) {
            double angle = (scale - 1) * EMBEDDED_SCALE * Math.exp(-decay * i);
            embedding[i] = (float) Math.sin(angle);
            embedding[half + i] = (float) Math.cos(angle);
        }
        return embedding;
    }
}
