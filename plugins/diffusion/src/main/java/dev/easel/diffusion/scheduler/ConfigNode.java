package dev.easel.diffusion.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A JSON object whose faults are told, each with its key; a value at fault is replaced by the default. */
final class ConfigNode {
    private final JsonNode node;
    private final Consumer<String> faults;

    ConfigNode(JsonNode node, Consumer<String> faults) {
        this.node = node;
        this.faults = faults;
    }

    /** Returns the value of a key; empty where it is absent or null. */
    Optional<JsonNode> value(String key) {
        return Optional.ofNullable(node.get(key)).filter(value -> !value.isNull());
    }

    boolean flag(String key, boolean absent) {
        return accepted(key, JsonNode::isBoolean, "true or false")
                .map(JsonNode::booleanValue)
                .orElse(absent);
    }

    int integer(String key, int absent, int least, int most) {
        return accepted(
                        key,
                        value -> value.isIntegralNumber()
                                && value.canConvertToInt()
                                && value.intValue() >= least
                                && value.intValue() <= most,
                        "a whole number from %d to %d".formatted(least, most))
                .map(JsonNode::intValue)
                .orElse(absent);
    }

    /** Reads a number between two others, neither of which it may be. */
    double number(String key, double absent, double above, double below) {
        return accepted(key, value -> isBetween(value, above, below), between(above, below))
                .map(JsonNode::doubleValue)
                .orElse(absent);
    }

    <T extends Named> Optional<T> choice(String key, T[] allowed) {
        return accepted(key, value -> Named.find(allowed, value.asText()).isPresent(), "one of " + Named.list(allowed))
                .flatMap(value -> Named.find(allowed, value.asText()));
    }

    /** Returns the value if there is one that fits; tells a fault if there is one that doesn't. */
    Optional<JsonNode> accepted(String key, Predicate<JsonNode> fits, String allowed) {
        Optional<JsonNode> value = value(key);
        value.filter(fits.negate()).ifPresent(given -> fault(key, given, allowed));
        return value.filter(fits);
    }

    void fault(String key, JsonNode given, String allowed) {
        faults.accept("%s is %s; it must be %s".formatted(key, shortened(given.toString()), allowed));
    }

    void missing(String key, String allowed) {
        faults.accept("%s is missing; it must be %s".formatted(key, allowed));
    }

    static boolean isBetween(JsonNode value, double above, double below) {
        return value.isNumber() && value.doubleValue() > above && value.doubleValue() < below;
    }

    static String between(double above, double below) {
        return Double.isInfinite(below)
                ? "a finite number above %s".formatted(above)
                : "a number above %s and below %s".formatted(above, below);
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
