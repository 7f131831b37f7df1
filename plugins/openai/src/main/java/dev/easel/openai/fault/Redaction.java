package dev.easel.openai.fault;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets and prompts out of what services say.
 *
 * <p>Services repeat both, whole or in part, in another case or escaped. So letters and digits alone are compared, and
 * every run of them that is also in a secret or the prompt is taken out, not only whole secrets. Immutable.
 */
public final class Redaction {
    private static final String GONE = "[…]";
    /** More is not looked at: the search for runs costs time for every character. */
    private static final int LONGEST_LOOKED_AT = 16_384;

    private static final int RUN = 8;
    /** Where a word is a letter or two. */
    private static final int RUN_OF_OTHERS = 4;

    private static final Pattern KEYS = Pattern.compile("(?i)(\\bsk-[\\w*-]{4,}|\\b(bearer|basic)\\s+[\\w.~+/=-]{4,})");

    private static final Pattern ESCAPED_TEXT = Pattern.compile(Letters.ESCAPE + "{4,}");

    private final List<Letters> secrets;

    /**
     * Makes one.
     *
     * @param secrets texts to take out; those of less than 4 letters and digits are no secrets
     */
    public Redaction(Collection<String> secrets) {
        this(secrets.stream()
                .map(Letters::of)
                .filter(secret -> secret.text().length() >= 4)
                .toList());
    }

    private Redaction(List<Letters> secrets) {
        this.secrets = secrets;
    }

    /**
     * Returns a redaction that also takes out a prompt.
     *
     * @param prompt any text; one of less than 3 letters and digits stays
     * @return a redaction for this prompt
     */
    public Redaction andPrompt(String prompt) {
        List<Letters> more = new ArrayList<>(secrets);
        Stream.of(Letters.of(prompt))
                .filter(letters -> letters.text().length() >= 3)
                .forEach(more::add);
        return new Redaction(more);
    }

    /**
     * Cleans a text.
     *
     * @param text what a service said
     * @return one line, at most 16,384 characters of it
     */
    public String clean(String text) {
        String line = text.substring(0, Math.min(text.length(), LONGEST_LOOKED_AT))
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
                .strip();
        String withoutKeys = KEYS.matcher(line).replaceAll(GONE);
        return withoutSecrets(ESCAPED_TEXT.matcher(withoutKeys).replaceAll(GONE));
    }

    private String withoutSecrets(String line) {
        Letters letters = Letters.of(line);
        BitSet found = new BitSet(line.length());
        secrets.forEach(secret -> mark(letters, secret, found));
        return cut(line, found);
    }

    /** Marks what a text has in common with a secret: whole, if it is short, else every run of some length. */
    private static void mark(Letters line, Letters secret, BitSet found) {
        int length = secret.text().length();
        if (length <= RUN) {
            mark(line, secret.runs(length), length, found, line::isWhole);
        } else {
            mark(line, secret.runs(RUN), RUN, found, (from, to) -> true);
        }
        mark(line, secret.runs(RUN_OF_OTHERS), RUN_OF_OTHERS, found, line::isBeyondAscii);
    }

    private static void mark(
            Letters line, Set<String> runs, int length, BitSet found, BiPredicate<Integer, Integer> condition) {
        for (int i = 0; i + length <= line.text().length(); i++) {
            if (runs.contains(line.text().substring(i, i + length)) && condition.test(i, i + length)) {
                found.set(line.place(i), line.place(i + length - 1) + 1);
            }
        }
    }

    private static String cut(String line, BitSet found) {
        StringBuilder cut = new StringBuilder();
        int end = 0;
        for (int from = found.nextSetBit(0); from >= 0; from = found.nextSetBit(end)) {
            cut.append(line, end, from).append(GONE);
            end = found.nextClearBit(from);
        }
        return cut.append(line, end, line.length()).toString();
    }
}
