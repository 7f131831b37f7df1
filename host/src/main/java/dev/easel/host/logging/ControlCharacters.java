package dev.easel.host.logging;

/**
 * Makes texts of strangers safe to print.
 *
 * <p>A line break in a message would forge a log line, an escape sequence would act on the administrator's terminal, a
 * direction override would show another text than there is.
 */
public final class ControlCharacters {

    private ControlCharacters() {}

    /**
     * Writes control and formatting characters the way Java does in texts.
     *
     * @param text any text
     * @return the same text with {@code \n}, {@code \r}, {@code \t} or {@code \}{@code uXXXX} in place of every control
     *     character, line or paragraph separator, direction control and lone surrogate
     */
    public static String escape(String text) {
        if (text.chars().noneMatch(character -> mustBeEscaped((char) character))) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(codePoint -> append(escaped, codePoint));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int codePoint) {
        if (Character.isSupplementaryCodePoint(codePoint) || !mustBeEscaped((char) codePoint)) {
            escaped.appendCodePoint(codePoint);
            return;
        }
        switch (codePoint) {
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            default -> escaped.append("\\u%04x".formatted(codePoint));
        }
    }

    private static boolean mustBeEscaped(char character) {
        return Character.isISOControl(character)
                || Character.isSurrogate(character)
                || character == '\u2028'
                || character == '\u2029'
                || character == '\u061c'
                || (character >= '\u200e' && character <= '\u200f')
                || (character >= '\u202a' && character <= '\u202e')
                || (character >= '\u2066' && character <= '\u2069');
    }
}
