package dev.easel.host.ocs;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the parameters of one call and collects what is wrong with them, so that the client learns of all faults at
 * once. What is faulty is read as something allowed; {@link #throwIfFaulty} must follow before anything is used.
 */
final class ParameterReader {
    private static final int MAX_ECHO = 40;
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,100}");

    private final Parameters parameters;
    private final Messages messages;
    private final List<String> faults = new ArrayList<>();

    ParameterReader(Parameters parameters, Messages messages) {
        this.parameters = parameters;
        this.messages = messages;
    }

    /** Reads a text that must be given; lengths are counted in code points. */
    String requiredText(String name, int max) {
        Optional<JsonNode> value = parameters.get(name);
        if (value.isEmpty()) {
            faults.add(messages.get("parameter.missing", name, 1, max));
            return "";
        }
        return text(name, value.get(), 1, max);
    }

    /** Reads a prompt: a required text that shows something. */
    String requiredPrompt(String name, int max) {
        int faultsBefore = faults.size();
        String text = requiredText(name, max);
        if (faults.size() == faultsBefore && text.isBlank()) {
            faults.add(messages.get("parameter.blank", name, max));
        }
        return text;
    }

    /** Reads a text that may be left out or empty. */
    Optional<String> optionalText(String name, int max) {
        return parameters.get(name).map(value -> text(name, value, 0, max));
    }

    private String text(String name, JsonNode value, int min, int max) {
        if (!value.isTextual()) {
            faults.add(messages.get("parameter.not-a-text", name, shown(value), min, max));
            return "";
        }
        String text = Texts.withoutLoneSurrogates(value.textValue());
        int length = text.codePointCount(0, text.length());
        if (length < min || length > max) {
            faults.add(messages.get("parameter.length", name, length, min, max));
        }
        return text;
    }

    /** Reads a whole number: JSON's, or a text of decimal digits. */
    int integer(String name, int min, int max, int defaultValue) {
        Optional<JsonNode> value = parameters.get(name);
        if (value.isEmpty()) {
            return defaultValue;
        }
        Optional<BigInteger> number = integer(value.get());
        if (number.isEmpty()) {
            faults.add(messages.get("parameter.integer", name, shown(value.get()), min, max));
            return defaultValue;
        }
        return inRange(name, number.get(), value.get(), min, max).orElse(defaultValue);
    }

    private static Optional<BigInteger> integer(JsonNode value) {
        if (value.isIntegralNumber()) {
            return Optional.of(value.bigIntegerValue());
        }
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> INTEGER.matcher(text).matches())
                .map(BigInteger::new);
    }

    private Optional<Integer> inRange(String name, BigInteger number, JsonNode given, int min, int max) {
        if (number.compareTo(BigInteger.valueOf(min)) < 0 || number.compareTo(BigInteger.valueOf(max)) > 0) {
            faults.add(messages.get("parameter.integer", name, shown(given), min, max));
            return Optional.empty();
        }
        return Optional.of(number.intValue());
    }

    /** What was given, as JSON, cut where it is long. */
    private static String shown(JsonNode value) {
        String text = value.toString();
        return text.codePointCount(0, text.length()) <= MAX_ECHO
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_ECHO)) + "…";
    }

    void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw new OcsException(OcsReply.refusal(400, messages.join(faults)));
        }
    }
}
