package dev.easel.diffusion.pipeline;

import dev.easel.diffusion.model.TextEncoder;
import dev.easel.diffusion.tokenizer.LongPrompt;
import dev.easel.diffusion.tokenizer.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A prompt as the tokens of each text encoder.
 *
 * @param encoders the text encoders
 * @param tokens for each of them, in the same order
 */
record PromptTokens(List<TextEncoder> encoders, List<Tokens> tokens) {

    static PromptTokens of(String prompt, List<TextEncoder> encoders, LongPrompt mode) {
        return new PromptTokens(
                encoders,
                encoders.stream()
                        .map(encoder -> encoder.tokenizer().encode(prompt, mode))
                        .toList());
    }

    /** Returns how many windows there are, for the encoder that needs the most. */
    int windows() {
        return tokens.stream().mapToInt(each -> each.windows().size()).max().orElse(0);
    }

    /** Returns how many tokens were cut, at the encoder that lost the most. */
    int leftOut() {
        return tokens.stream().mapToInt(Tokens::leftOut).max().orElse(0);
    }

    /** Returns the same with windows of the empty prompt at the end, so that each encoder has as many. */
    PromptTokens extendedTo(int windows) {
        List<Tokens> extended = new ArrayList<>();
        for (int i = 0; i < encoders.size(); i++) {
            extended.add(encoders.get(i).tokenizer().extended(tokens.get(i), windows));
        }
        return new PromptTokens(encoders, extended);
    }
}
