package dev.easel.diffusion.tokenizer;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cuts a prompt into the words whose pieces are tokens: runs of letters, single digits, English contractions, runs of
 * anything else but white space.
 *
 * <p>As transformers' fast tokenizer for CLIP: composed characters (NFC), then lower case, each character for itself.
 * What can't be shown (control characters, halves of surrogate pairs) is dropped, as its slow one does.
 */
final class Words {
    private static final int MOST_MARKS = 32;

    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cs}[\\p{Cc}&&\\P{IsWhite_Space}]]");

    /** Putting a long row of marks in order takes quadratic time. */
    private static final Pattern EXCESSIVE_MARKS = Pattern.compile("(\\p{M}{%d})\\p{M}+".formatted(MOST_MARKS));

    private static final Pattern WORD =
            Pattern.compile("'(?:s|t|re|ve|m|ll|d)|\\p{L}+|\\p{N}|[^\\p{IsWhite_Space}\\p{L}\\p{N}]+");

    private Words() {}

    /** Cuts a prompt, of which nothing but its words remains. */
    static Stream<String> of(String prompt) {
        return WORD.matcher(lowerCase(clean(prompt))).results().map(MatchResult::group);
    }

    private static String clean(String prompt) {
        String showable = UNSHOWABLE.matcher(prompt).replaceAll("");
        String orderable = EXCESSIVE_MARKS.matcher(showable).replaceAll("$1");
        return Normalizer.normalize(orderable, Normalizer.Form.NFC);
    }

    /** {@link String#toLowerCase(java.util.Locale)} takes quadratic time with the letter sigma. */
    private static String lowerCase(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        text.codePoints().forEach(character -> appendLowerCase(character, lower));
        return lower.toString();
    }

    /** The capital I with a dot is the one character whose small form is two. */
    private static void appendLowerCase(int character, StringBuilder lower) {
        if (character == 'İ') {
            lower.append("i\u0307");
        } else {
            lower.appendCodePoint(Character.toLowerCase(character));
        }
    }
}
