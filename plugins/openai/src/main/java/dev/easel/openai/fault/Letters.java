package dev.easel.openai.fault;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The letters and digits of a text, in lower case and without those of escapes.
 *
 * @param text the letters and digits
 * @param places where in the whole text each is
 */
record Letters(String text, List<Integer> places) {
    /** How characters are written in addresses, JSON and HTML. */
    static final String ESCAPE = "(?:%[0-9a-fA-F]{2}|\\\\u[0-9a-fA-F]{4}|&#?\\w{1,8};)";

    private static final Pattern ESCAPED = Pattern.compile(ESCAPE);

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

    /** Returns every run of so many letters. */
    Set<String> runs(int length) {
        return IntStream.rangeClosed(0, text.length() - length)
                .mapToObj(from -> text.substring(from, from + length))
                .collect(Collectors.toSet());
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

    /** Tells whether no letter of a run is of ASCII. */
    boolean isBeyondAscii(int from, int to) {
        return text.substring(from, to).chars().allMatch(letter -> letter > 127);
    }
}
