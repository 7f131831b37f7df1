package dev.easel.host.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Collects faults, so that all are reported at once. */
final class Faults {
    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    void unknown(String what, String name, String where, Collection<String> known) {
        String nearest = NearestName.of(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("; there are none.");
        add("%s%s is not a known %s%s".formatted(name, where.isEmpty() ? "" : " (" + where + ")", what, nearest));
    }

    /** Reads a value; keeps the fault if it has one. */
    <T> Optional<T> read(String key, ValueType<T> type, Given given) {
        Optional<T> value = type.read(given);
        if (value.isEmpty()) {
            add("%s (%s) is %s; it must be %s."
                    .formatted(key, given.where(), Sensitive.inWords(key, given), type.allowed()));
        }
        return value;
    }

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    void throwIfAny() throws ConfigurationException {
        if (!sentences.isEmpty()) {
            throw new ConfigurationException(sentences);
        }
    }
}
