package dev.easel.diffusion.tokenizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * CLIP's byte-pair encoding of prompts; immutable, safe for use by several threads.
 *
 * <p>Gives the tokens of {@code CLIPTokenizerFast} of Hugging Face's transformers, with these differences: control
 * characters and halves of surrogate pairs are dropped; of more than 32 combining marks in a row the rest is dropped;
 * and the text of a special token in a prompt, such as {@code <|endoftext|>}, is text like any other and never becomes
 * that token, so that no prompt can end itself or another one early.
 */
public final class ClipTokenizer {
    private static final int START_AND_END = 2;

    private final BytePairEncoder encoder;
    private final int maxLength;
    private final int start;
    private final int end;
    private final int padding;

    ClipTokenizer(BytePairEncoder encoder, int maxLength, int start, int end, int padding) {
        this.encoder = encoder;
        this.maxLength = maxLength;
        this.start = start;
        this.end = end;
        this.padding = padding;
    }

    /**
     * Reads {@code vocab.json}, {@code merges.txt}, {@code tokenizer_config.json} and, if there is one,
     * {@code special_tokens_map.json}, as Hugging Face's transformers write them.
     *
     * @param folder where they are
     * @param faults told everything that is wrong, each with its file and what to do
     * @return empty if and only if anything is wrong
     */
    public static Optional<ClipTokenizer> read(Path folder, Consumer<String> faults) {
        List<String> found = new ArrayList<>();
        Optional<ClipTokenizer> tokenizer = new TokenizerReader(folder, found::add).read();
        found.forEach(faults);
        return tokenizer.filter(complete -> found.isEmpty());
    }

    /**
     * Returns how many numbers the text encoder reads at once.
     *
     * @return at least 3, usually 77
     */
    public int maxLength() {
        return maxLength;
    }

    /**
     * Encodes a prompt.
     *
     * @param prompt any text, possibly empty
     * @param mode what to do with one that is too long
     * @return one window, or with {@link LongPrompt#WINDOWS} as many as there must be
     */
    public Tokens encode(String prompt, LongPrompt mode) {
        int[] tokens = tokens(prompt);
        int room = maxLength - START_AND_END;
        int kept = mode == LongPrompt.CUT ? Math.min(tokens.length, room) : tokens.length;
        List<int[]> windows = new ArrayList<>();
        int from = 0;
        do {
            windows.add(window(Arrays.copyOfRange(tokens, from, Math.min(from + room, kept))));
            from += room;
        } while (from < kept);
        return new Tokens(windows, tokens.length - kept);
    }

    /**
     * Encodes the empty prompt.
     *
     * @param windows how many times, at least 1
     * @return that many equal windows
     */
    public Tokens empty(int windows) {
        return new Tokens(Collections.nCopies(windows, window(new int[0])), 0);
    }

    /**
     * Appends windows of the empty prompt, so that a prompt and its negative have equally many.
     *
     * @param tokens what to append to
     * @param windows how many there have to be
     * @return the same if there are as many or more
     */
    public Tokens extended(Tokens tokens, int windows) {
        int missing = windows - tokens.windows().size();
        if (missing <= 0) {
            return tokens;
        }
        Stream<int[]> all = Stream.concat(tokens.windows().stream(), empty(missing).windows().stream());
        return new Tokens(all.toList(), tokens.leftOut());
    }

    private int[] tokens(String prompt) {
        IntStream.Builder tokens = IntStream.builder();
        Words.of(prompt).forEach(word -> encoder.encode(word, tokens));
        return tokens.build().toArray();
    }

    private int[] window(int[] tokens) {
        int[] window = new int[maxLength];
        window[0] = start;
        System.arraycopy(tokens, 0, window, 1, tokens.length);
        window[tokens.length + 1] = end;
        Arrays.fill(window, tokens.length + START_AND_END, maxLength, padding);
        return window;
    }
}
