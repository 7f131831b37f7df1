package dev.easel.diffusion.tokenizer;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** CLIP's byte-pair encoding of prompts; immutable, safe for use by several threads. */
public final class ClipTokenizer {
    private ClipTokenizer() {}

    /**
     * Reads {@code vocab.json}, {@code merges.txt}, {@code tokenizer_config.json} and {@code special_tokens_map.json};
     * the last two may be missing.
     *
     * @param folder where they are
     * @param faults told everything that is wrong, each with its file and what to do
     * @return empty if and only if anything is wrong
     */
    public static Optional<ClipTokenizer> read(Path folder, Consumer<String> faults) {
        throw new UnsupportedOperationException();
    }

    /**
     * Returns how many numbers the text encoder reads at once.
     *
     * @return at least 3, usually 77
     */
    public int maxLength() {
        throw new UnsupportedOperationException();
    }

    /**
     * Encodes a prompt.
     *
     * @param prompt any text, possibly empty
     * @param mode what to do with one that is too long
     * @return one window, or with {@link LongPrompt#WINDOWS} as many as there must be
     */
    public Tokens encode(String prompt, LongPrompt mode) {
        throw new UnsupportedOperationException();
    }

    /**
     * Encodes the empty prompt.
     *
     * @param windows how many times, at least 1
     * @return that many equal windows
     */
    public Tokens empty(int windows) {
        throw new UnsupportedOperationException();
    }

    /**
     * Appends windows of the empty prompt, so that a prompt and its negative have equally many.
     *
     * @param tokens what to append to
     * @param windows how many there have to be
     * @return the same if there are as many or more
     */
    public Tokens extended(Tokens tokens, int windows) {
        throw new UnsupportedOperationException();
    }
}
