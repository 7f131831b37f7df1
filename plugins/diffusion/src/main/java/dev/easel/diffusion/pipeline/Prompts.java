package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.DiffusionModel;
import dev.easel.diffusion.model.TensorSpec;
import dev.easel.diffusion.tokenizer.LongPrompt;
import java.util.List;
import java.util.Optional;

/**
 * The prompts of a recipe as tokens.
 *
 * @param negative what the pictures don't show; present if and only if they are guided away from it
 * @param positive what they show, with as many windows as the negative
 * @param zeroNegative whether nothing at all stands for the negative
 */
record Prompts(Optional<PromptTokens> negative, PromptTokens positive, boolean zeroNegative) {

    static Prompts of(Recipe recipe, DiffusionModel model, LongPrompt longPrompt) {
        LongPrompt mode = takesWindows(model) ? longPrompt : LongPrompt.CUT;
        PromptTokens positive = PromptTokens.of(recipe.prompt(), model.textEncoders(), mode);
        if (!Guidance.doublesBatch(recipe, model)) {
            return new Prompts(Optional.empty(), positive.extendedTo(positive.windows()), false);
        }
        PromptTokens negative = PromptTokens.of(recipe.negativePrompt(), model.textEncoders(), mode);
        int windows = Math.max(positive.windows(), negative.windows());
        boolean zero = model.zerosForEmptyPrompt() && recipe.negativePrompt().isEmpty();
        return new Prompts(Optional.of(negative.extendedTo(windows)), positive.extendedTo(windows), zero);
    }

    /** A UNet that was exported for a fixed number of tokens can't be told more. */
    private static boolean takesWindows(DiffusionModel model) {
        List<Long> shape = model.unet().states().shape();
        return shape.size() < 2 || shape.get(1) == TensorSpec.FREE;
    }

    /** Returns how often a text encoder is called. */
    int calls() {
        int texts = negative.isPresent() && !zeroNegative ? 2 : 1;
        return texts * positive.windows() * positive.encoders().size();
    }

    /** Tells what had to be cut. */
    void tellCuts(PipelineListener listener) {
        tellCut(positive, listener);
        negative.ifPresent(tokens -> tellCut(tokens, listener));
    }

    private static void tellCut(PromptTokens tokens, PipelineListener listener) {
        if (tokens.leftOut() > 0) {
            listener.promptCut(tokens.leftOut());
        }
    }

    Conditioning encode(TextEncoding encoding) {
        Embedding shown = encoding.embed(positive);
        return new Conditioning(negative.map(tokens -> zeroNegative ? shown.zeros() : encoding.embed(tokens)), shown);
    }
}
