package dev.easel.openai.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a request that a service may do without, in the order in which they are sent. Immutable.
 *
 * @param byName each field's value, as JSON
 */
public record OptionalFields(Map<String, String> byName) {

    /** Copies the fields, keeping their order. */
    public OptionalFields {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * Returns the fields without one of them.
     *
     * @param name a field's name, given or not
     * @return the others
     */
    public OptionalFields without(String name) {
        Map<String, String> others = new LinkedHashMap<>(byName);
        others.remove(name);
        return new OptionalFields(others);
    }

    /**
     * Returns the fields with another value for one of them.
     *
     * @param name a field's name
     * @param json its value, as JSON
     * @return the fields with that value, in their old order
     */
    public OptionalFields with(String name, String json) {
        Map<String, String> others = new LinkedHashMap<>(byName);
        others.put(name, json);
        return new OptionalFields(others);
    }

    /**
     * Returns a field that is a text.
     *
     * @param name a field's name
     * @return the text; empty if the field is not given or no plain text
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(json -> json.startsWith("\""))
                .flatMap(JsonTexts::parse);
    }
}
