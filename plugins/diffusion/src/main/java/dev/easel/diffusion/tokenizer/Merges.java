package dev.easel.diffusion.tokenizer;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Which neighbouring tokens become one, and in which order; immutable. */
final class Merges {
    /** The rank of two tokens that stay apart. */
    static final int NONE = -1;

    private final Map<Long, Integer> ranks = new HashMap<>();
    private final List<Integer> results = new ArrayList<>();

    private Merges() {}

    /** Reads the lines of {@code merges.txt}; none, with a fault, if that can't be. */
    static List<String> lines(Path file, Consumer<String> faults) {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException noText) {
            faults.accept("%s is no text in UTF-8; get it anew from the model's source".formatted(file));
        } catch (IOException failure) {
            faults.accept(JsonFile.unreadable(file, failure));
        }
        return List.of();
    }

    /** Takes a merge from each line, the most frequent first; the first line can be a version. */
    static Merges of(List<String> lines, Vocabulary vocabulary, Path file, Consumer<String> faults) {
        Merges merges = new Merges();
        int heading = !lines.isEmpty() && lines.get(0).startsWith("#version") ? 1 : 0;
        List<String> wrong = lines.stream()
                .skip(heading)
                .filter(line -> !line.isBlank() && !merges.add(line, vocabulary))
                .toList();
        if (!wrong.isEmpty()) {
            faults.accept(
                    ("%s: %d lines aren't two tokens of vocab.json whose union is there, too, the first being \"%s\"; "
                                    + "get both files anew from the model's source")
                            .formatted(file, wrong.size(), wrong.get(0)));
        }
        return merges;
    }

    /** Adds a merge; false if the line is none. */
    private boolean add(String line, Vocabulary vocabulary) {
        int space = line.indexOf(' ');
        if (space < 0) {
            return false;
        }
        String first = line.substring(0, space);
        String second = line.substring(space + 1);
        OptionalInt left = vocabulary.id(first);
        OptionalInt right = vocabulary.id(second);
        OptionalInt union = vocabulary.id(first + second);
        if (left.isEmpty() || right.isEmpty() || union.isEmpty()) {
            return false;
        }
        ranks.put(pair(left.getAsInt(), right.getAsInt()), results.size());
        results.add(union.getAsInt());
        return true;
    }

    /** Returns the rank of a merge, lower for earlier ones; {@link #NONE} if there is no such merge. */
    int rank(int left, int right) {
        return ranks.getOrDefault(pair(left, right), NONE);
    }

    /** Returns what becomes of the two tokens of a merge. */
    int result(int rank) {
        return results.get(rank);
    }

    private static long pair(int left, int right) {
        return ((long) left << 32) | (right & 0xFFFFFFFFL);
    }
}
