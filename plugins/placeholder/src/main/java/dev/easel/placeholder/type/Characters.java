package dev.easel.placeholder.type;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.EnumSet;
import java.util.Set;

/** What kinds of characters there are, as far as typesetting cares. */
final class Characters {
    /** Scripts that read well when their characters are set one after the other, or are joined by us. */
    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.LATIN,
            UnicodeScript.GREEK,
            UnicodeScript.CYRILLIC,
            UnicodeScript.ARMENIAN,
            UnicodeScript.GEORGIAN,
            UnicodeScript.HEBREW,
            UnicodeScript.ARABIC,
            UnicodeScript.COMMON,
            UnicodeScript.INHERITED);

    private Characters() {}

    static boolean isOfKnownScript(int character) {
        return SCRIPTS.contains(UnicodeScript.of(character));
    }

    static boolean isLineBreak(int character) {
        return switch (character) {
            case '\n', '\r', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    static boolean isSpace(int character) {
        return character == '\t' || Character.isSpaceChar(character);
    }

    static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Gives Arabic vowel signs that stand alone, as joining makes them, back to the letter before them. */
    static char withoutCarrier(char character) {
        if (character < 0xFE70 || character > 0xFE7F) {
            return character;
        }
        String plain = Normalizer.normalize(String.valueOf(character), Form.NFKD);
        return plain.charAt(plain.length() - 1);
    }

    /** The zero-width joiner and non-joiner, which decide how Arabic letters join. */
    static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }

    /** The characters that steer the order of mixed directions and show nothing. */
    static boolean isDirectionControl(int character) {
        return character == 0x061C
                || character == 0x200E
                || character == 0x200F
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }

    /** Variation selectors, fillers and the like: neither shown nor a reason to think that something is missing. */
    static boolean isIgnorable(int character) {
        return Character.getType(character) == Character.FORMAT
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF)
                || character == 0x034F;
    }
}
