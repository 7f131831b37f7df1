package dev.easel.openai.fault;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final int SHORTEST_RUN = 8;
    private static final Pattern KEYS = Pattern.compile("(?i)(\\bsk-[\\w*-]{4,}|\\b(bearer|basic)\\s+[\\w.~+/=-]{4,})");

    /** How characters are written in addresses, JSON and HTML. */
    private static final String ESCAPE = "(?:%[0-9a-fA-F]{2}|\\\\u[0-9a-fA-F]{4}|&#?\\w{1,8};)";

    private static final Pattern ESCAPED = Pattern.compile(ESCAPE);
    private static final Pattern ESCAPED_TEXT = Pattern.compile(ESCAPE + "{4,}");

    private final List<String> secrets;

    /**
     * Makes one.
     *
     * @param secrets texts to take out; those of less than 4 letters and digits are no secrets
     */
    public Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> Letters.of(secret).text().length() >= 4)
                .toList();
    }

    /**
     * Returns a redaction that also takes out a prompt.
     *
     * @param prompt any text
     * @return a redaction for this prompt
     */
    public Redaction andPrompt(String prompt) {
        List<String> more = new ArrayList<>(secrets);
        more.add(prompt);
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
        for (String secret : secrets) {
            mark(letters, Letters.of(secret).text(), found);
        }
        return cut(line, found);
    }

    private static void mark(Letters line, String secret, BitSet found) {
        int run = Math.min(SHORTEST_RUN, secret.length());
        if (run == 0) {
            return;
        }
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + run <= secret.length(); i++) {
            runs.add(secret.substring(i, i + run));
        }
        for (int i = 0; i + run <= line.text().length(); i++) {
            if (runs.contains(line.text().substring(i, i + run)) && (run == SHORTEST_RUN || line.isWhole(i, i + run))) {
                found.set(line.place(i), line.place(i + run - 1) + 1);
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

    /**
     * The letters and digits of a text, in lower case and without those of escapes.
     *
     * @param text the letters and digits
     * @param places where in the whole text each is
     */
    private record Letters(String text, List<Integer> places) {
        static Letters of(String whole) {
            StringBuilder text = new StringBuilder();
            List<Integer> places = new ArrayList<>();
            BitSet escapes = new BitSet(whole.length());
            ESCAPED.matcher(whole).results().forEach(escape -> escapes.set(escape.start(), escape.end()));
            for (int i = 0; i < whole.length(); i++) {
                char letter = whole.charAt(i);
                if (escapes.get(i)) {
                    continue;
                }
                if (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)) {
                    text.append(String.valueOf(letter).toLowerCase(Locale.ROOT).charAt(0));
                    places.add(i);
                }
            }
            return new Letters(text.toString(), places);
        }

        int place(int index) {
            return places.get(index);
        }

        /** Tells whether a run is neither preceded nor followed by another letter. */
        boolean isWhole(int from, int to) {
            boolean begins = from == 0 || places.get(from - 1) < places.get(from) - 1;
            boolean ends = to == places.size() || places.get(to) > places.get(to - 1) + 1;
            return begins && ends;
        }
    }
}
