package dev.easel.host.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody may have meant. */
public final class NearestName {

    private NearestName() {}

    /**
     * Finds the known name with the least edit distance, the first in the alphabet among equals.
     *
     * <p>Leaving out the section counts as one edit.
     *
     * @param given what was given
     * @param known the names there are
     * @return empty if no name is known
     */
    public static Optional<String> of(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(name -> edits(given, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int edits(String given, String name) {
        String withoutSection = name.substring(name.lastIndexOf('.') + 1);
        return Math.min(distance(given, name), 1 + distance(given, withoutSection));
    }

    /** Returns the Levenshtein distance: how many characters to insert, delete or replace. */
    static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            previous = nextRow(previous, i, from.charAt(i - 1), to);
        }
        return previous[to.length()];
    }

    private static int[] nextRow(int[] previous, int row, char character, String to) {
        int[] current = new int[previous.length];
        current[0] = row;
        for (int j = 1; j < current.length; j++) {
            int replaced = previous[j - 1] + (character == to.charAt(j - 1) ? 0 : 1);
            current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
        }
        return current;
    }
}
