package dev.easel.diffusion.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** The values of a JSON file; tells those that aren't what they have to be. For use by one thread. */
final class JsonSettings {
    private final Path file;
    private final JsonNode values;
    private final Consumer<String> faults;

    JsonSettings(Path file, JsonNode values, Consumer<String> faults) {
        this.file = file;
        this.values = values;
        this.faults = faults;
    }

    Path file() {
        return file;
    }

    JsonNode values() {
        return values;
    }

    boolean has(String key) {
        return values.hasNonNull(key);
    }

    /** Returns a text; empty if there is none. */
    Optional<String> text(String key) {
        return has(key) ? Optional.of(values.get(key).asText()) : Optional.empty();
    }

    /** Returns a positive whole number, or that of a list where all are the same; empty if there is none. */
    OptionalInt count(String key) {
        if (!has(key)) {
            return OptionalInt.empty();
        }
        Set<JsonNode> given = new HashSet<>();
        (values.get(key).isArray() ? values.get(key) : Set.of(values.get(key))).forEach(given::add);
        JsonNode first = given.size() == 1 ? given.iterator().next() : values;
        if (!first.canConvertToInt() || !first.isIntegralNumber() || first.intValue() < 1) {
            fault(key, "a positive whole number");
            return OptionalInt.empty();
        }
        return OptionalInt.of(first.intValue());
    }

    /** Returns a number. */
    double number(String key, double fallback) {
        if (has(key) && !values.get(key).isNumber()) {
            fault(key, "a number");
        }
        return has(key) ? values.get(key).asDouble() : fallback;
    }

    boolean flag(String key, boolean fallback) {
        if (has(key) && !values.get(key).isBoolean()) {
            fault(key, "true or false");
        }
        return has(key) ? values.get(key).asBoolean() : fallback;
    }

    private void fault(String key, String expected) {
        faults.accept("%s says that %s is %s; it must be %s. Export the model again."
                .formatted(file, key, values.get(key), expected));
    }
}
