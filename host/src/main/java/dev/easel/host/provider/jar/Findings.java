package dev.easel.host.provider.jar;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found wrong with a jar; for use by one thread. */
final class Findings {
    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    void fault(String sentence) {
        faults.add(sentence);
    }

    void warning(String sentence) {
        warnings.add(sentence);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
