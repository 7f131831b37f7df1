package dev.easel.diffusion.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * Turns words into tokens: bytes at first, then merged; immutable, safe for use by several threads.
 *
 * <p>After Sennrich, Haddow and Birch, "Neural machine translation of rare words with subword units" (2016), on bytes,
 * with tokens of their own for the ends of words.
 */
final class BytePairEncoder {
    private static final String END_OF_WORD = "</w>";

    private final int[] inner;
    private final int[] last;
    private final Merges merges;

    /** Makes an encoder that gives {@code unknown} for bytes that the vocabulary lacks. */
    BytePairEncoder(Vocabulary vocabulary, Merges merges, int unknown) {
        this.inner = ids(vocabulary, symbol -> symbol, unknown);
        this.last = ids(vocabulary, symbol -> symbol + END_OF_WORD, unknown);
        this.merges = merges;
    }

    private static int[] ids(Vocabulary vocabulary, UnaryOperator<String> form, int unknown) {
        return Arrays.stream(ByteSymbols.all())
                .map(form)
                .mapToInt(symbol -> vocabulary.id(symbol).orElse(unknown))
                .toArray();
    }

    /** Encodes a word that isn't empty. */
    void encode(String word, IntConsumer sink) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        int[] tokens = new int[bytes.length];
        for (int i = 0; i < bytes.length - 1; i++) {
            tokens[i] = inner[Byte.toUnsignedInt(bytes[i])];
        }
        tokens[bytes.length - 1] = last[Byte.toUnsignedInt(bytes[bytes.length - 1])];
        new MergingWord(tokens, merges).merge(sink);
    }
}
