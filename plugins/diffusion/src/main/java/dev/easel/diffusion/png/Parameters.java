package dev.easel.diffusion.png;

/**
 * What a picture was made with, for its metadata.
 *
 * @param prompt what it shows
 * @param negativePrompt what it doesn't, possibly empty
 * @param steps how many steps
 * @param sampler the scheduler's name
 * @param guidance how closely the prompt was followed
 * @param seed where its noise comes from
 * @param width in pixels
 * @param height in pixels
 * @param model the model's name
 */
public record Parameters(
        String prompt,
        String negativePrompt,
        int steps,
        String sampler,
        double guidance,
        long seed,
        int width,
        int height,
        String model) {

    /**
     * Writes them in the form of AUTOMATIC1111's web UI, which other programs read.
     *
     * @return the text with the keyword {@code parameters}
     */
    public PngText text() {
        throw new UnsupportedOperationException();
    }
}
