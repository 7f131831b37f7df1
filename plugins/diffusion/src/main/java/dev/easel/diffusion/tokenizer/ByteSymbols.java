package dev.easel.diffusion.tokenizer;

/**
 * The visible characters that stand for bytes in vocabularies: printable bytes stand for themselves, the others are
 * numbered from U+0100 on. From OpenAI's GPT-2, {@code bytes_to_unicode}.
 */
final class ByteSymbols {
    /** How many bytes there are. */
    static final int COUNT = 256;

    private static final char FIRST_OF_OTHERS = 0x100;

    private ByteSymbols() {}

    /** Returns the symbols of the bytes 0 to 255. */
    static String[] all() {
        String[] symbols = new String[COUNT];
        char other = FIRST_OF_OTHERS;
        for (int value = 0; value < COUNT; value++) {
            char symbol = isPrintable(value) ? (char) value : other++;
            symbols[value] = String.valueOf(symbol);
        }
        return symbols;
    }

    /** True for what Latin-1 shows, without the two spaces and the soft hyphen. */
    private static boolean isPrintable(int value) {
        return (value >= '!' && value <= '~') || (value >= 0xA1 && value != 0xAD);
    }
}
