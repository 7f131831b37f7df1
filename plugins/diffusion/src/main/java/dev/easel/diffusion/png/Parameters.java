package dev.easel.diffusion.png;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;

/**
 * What a picture was made with, for its metadata.
 *
 * @param prompt what it shows
 * @param negativePrompt what it doesn't, possibly empty
 * @param steps how many steps
 * @param sampler the scheduler's name
 * @param guidance how closely the prompt was followed, finite
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
     * Writes them in the form of AUTOMATIC1111's web UI, which many programs read: the prompt; {@code Negative prompt:}
     * and what it is, if there is one; then a line with the rest.
     *
     * @return the text with the keyword {@code parameters}
     */
    public PngText text() {
        String negative = negativePrompt.isEmpty() ? "" : "Negative prompt: " + negativePrompt + "\n";
        String settings = "Steps: %d, Sampler: %s, CFG scale: %s, Seed: %d, Size: %dx%d, Model: %s"
                .formatted(steps, quoted(sampler), plain(guidance), seed, width, height, quoted(model));
        return new PngText("parameters", prompt + "\n" + negative + settings);
    }

    /** Keeps prompts, which can be private, out of logs. */
    @Override
    public String toString() {
        return "Parameters[%d steps, %d × %d, %s]".formatted(steps, width, height, model);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Writes a value that has a meaning in the line of settings as JSON, as the web UI does. */
    private static String quoted(String value) {
        boolean ambiguous = value.chars().anyMatch(c -> c == ',' || c == ':' || c == '\n');
        return ambiguous ? '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"' : value;
    }
}
