package dev.easel.diffusion.png;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A text inside a PNG file.
 *
 * <p>After <a href="https://www.w3.org/TR/png-3/#11keywords">PNG, third edition, 11.3.3</a>: in a {@code tEXt} chunk if
 * Latin-1 has all of its characters, else in an {@code iTXt} chunk, as UTF-8.
 *
 * @param keyword what it is: 1 to 79 characters of Latin-1 that can be seen, and single spaces between them
 * @param text any text; its line ends become line feeds, and U+0000, which can't be there, becomes U+FFFD
 */
public record PngText(String keyword, String text) {
    private static final int LONGEST_KEYWORD = 79;

    /**
     * Checks the keyword.
     *
     * @throws IllegalArgumentException if PNG doesn't allow it
     */
    public PngText {
        if (keyword.length() > LONGEST_KEYWORD || !keyword.matches("[!-~¡-ÿ]+( [!-~¡-ÿ]+)*")) {
            throw new IllegalArgumentException(
                    "The keyword \"%s\" must be 1 to %d visible characters of Latin-1, with single spaces only between them"
                            .formatted(keyword, LONGEST_KEYWORD));
        }
        text = text.replace("\r\n", "\n").replace('\r', '\n').replace('\0', '\uFFFD');
    }

    /** Keeps texts, which can be private, out of logs. */
    @Override
    public String toString() {
        return "PngText[%s, %d characters]".formatted(keyword, text.length());
    }

    /** Returns the type of the chunk that can hold the text. */
    String chunkType() {
        return isLatin() ? "tEXt" : "iTXt";
    }

    /** Returns what the chunk holds. */
    byte[] chunk() {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        chunk.write(0);
        if (isLatin()) {
            chunk.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            byte[] uncompressedInNoLanguageWithoutTranslation = new byte[4];
            chunk.writeBytes(uncompressedInNoLanguageWithoutTranslation);
            chunk.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        }
        return chunk.toByteArray();
    }

    private boolean isLatin() {
        return text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~') || (c >= 0xA0 && c <= 0xFF));
    }
}
