package dev.easel.diffusion.pipeline;

/**
 * How pictures are made of a prompt.
 *
 * @param prompt what they show
 * @param negativePrompt what they don't, possibly empty
 * @param steps how many steps, at least 1
 * @param guidance how closely the prompt is followed; 1 or less for no guidance
 * @param width in pixels, a multiple of 8
 * @param height in pixels, a multiple of 8
 */
public record Recipe(String prompt, String negativePrompt, int steps, double guidance, int width, int height) {

    /** Keeps prompts, which can be private, out of logs. */
    @Override
    public String toString() {
        return "Recipe[%d steps, guidance %s, %d × %d]".formatted(steps, guidance, width, height);
    }
}
