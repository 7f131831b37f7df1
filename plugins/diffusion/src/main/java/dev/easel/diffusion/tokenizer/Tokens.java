package dev.easel.diffusion.tokenizer;

import java.util.List;

/**
 * A prompt as numbers.
 *
 * @param windows at least one; each has {@link ClipTokenizer#maxLength()} elements: the start, tokens of the prompt,
 *     the end, padding. The arrays are not copied; whoever gets them leaves them as they are
 * @param leftOut how many tokens of the prompt are in no window
 */
public record Tokens(List<int[]> windows, int leftOut) {

    /** Makes its own copy of the list. */
    public Tokens {
        windows = List.copyOf(windows);
    }

    /** Says how much there is; the numbers stand for the prompt, which can be private. */
    @Override
    public String toString() {
        return "Tokens[%d windows, %d left out]".formatted(windows.size(), leftOut);
    }
}
