package dev.easel.host.ocs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a call was given, merged: the path goes before the body, the body before the query. JSON's null counts as not
 * given.
 *
 * @param values by name
 */
record Parameters(Map<String, JsonNode> values) {

    static Parameters merge(Map<String, String> path, Map<String, JsonNode> body, Map<String, JsonNode> query) {
        Map<String, JsonNode> merged = new HashMap<>(query);
        body.forEach((name, value) -> {
            if (!value.isNull()) {
                merged.put(name, value);
            }
        });
        path.forEach((name, value) -> merged.put(name, TextNode.valueOf(value)));
        return new Parameters(Map.copyOf(merged));
    }

    Optional<JsonNode> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns a parameter if it is a text. */
    Optional<String> text(String name) {
        return get(name).filter(JsonNode::isTextual).map(JsonNode::textValue).map(Texts::withoutLoneSurrogates);
    }
}
