package dev.easel.host.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that configured values have. */
final class ValueTypes {
    static final String PROVIDER_ID = "[a-z][a-z0-9-]{0,62}";
    private static final Pattern SLOTS = Pattern.compile("(" + PROVIDER_ID + ")\\s*=\\s*([1-9][0-9]{0,2})");

    private ValueTypes() {}

    static ValueType<String> text() {
        return text("a text", text -> true);
    }

    static ValueType<String> text(String allowed, Predicate<String> check) {
        return scalar(allowed, text -> Optional.of(text).filter(check));
    }

    static ValueType<Secret> secret() {
        return scalar("a text", text -> Optional.of(new Secret(text)));
    }

    static ValueType<Integer> integer() {
        return scalar("a whole number", ValueTypes::parseInteger);
    }

    static ValueType<Integer> integer(int least, int most) {
        return scalar(
                "a whole number from " + least + " to " + most,
                text -> parseInteger(text).filter(number -> number >= least && number <= most));
    }

    static ValueType<Double> number() {
        return scalar("a number", ValueTypes::parseNumber);
    }

    static ValueType<Boolean> bool() {
        return scalar("true or false", ValueTypes::parseBoolean);
    }

    static ValueType<Duration> duration() {
        return scalar("a duration such as 500ms, 30s, 1h or 7d", Durations::parse);
    }

    static ValueType<Duration> positiveDuration() {
        return scalar(
                "a duration longer than 0, such as 500ms, 30s, 1h or 7d",
                text -> Durations.parse(text).filter(duration -> !duration.isZero()));
    }

    static ValueType<Duration> durationFrom(Duration least) {
        return scalar(
                "a duration of at least " + least.toSeconds() + "s, such as 30s, 1h or 7d",
                text -> Durations.parse(text).filter(duration -> duration.compareTo(least) >= 0));
    }

    /** A path; a relative one starts from where it was given. */
    static ValueType<Path> path() {
        return new ValueType<>("a path", given -> singleText(given).flatMap(text -> resolve(given.base(), text)));
    }

    /** A list, or one text with commas between the elements. */
    static ValueType<List<String>> strings() {
        return new ValueType<>("a list of texts", ValueTypes::elements);
    }

    static ValueType<List<String>> strings(String allowed, Predicate<String> check) {
        return new ValueType<>(
                allowed, given -> elements(given).filter(list -> list.stream().allMatch(check)));
    }

    /** A number of slots for each of some providers. */
    static ValueType<Map<String, Integer>> slots() {
        return new ValueType<>(
                "a list of provider ids with numbers from 1 to 999, each id once, such as openai=4",
                given -> elements(given).flatMap(ValueTypes::parseSlots));
    }

    /** One of an enumeration's names, in lower case. */
    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        Map<String, E> byName = new LinkedHashMap<>();
        EnumSet.allOf(type).forEach(value -> byName.put(value.name().toLowerCase(Locale.ROOT), value));
        return scalar(String.join(" or ", byName.keySet()), text -> Optional.ofNullable(byName.get(text.strip())));
    }

    private static <T> ValueType<T> scalar(String allowed, Function<String, Optional<T>> parser) {
        return new ValueType<>(allowed, given -> singleText(given).flatMap(parser));
    }

    private static Optional<String> singleText(Given given) {
        return given.shape() == Given.Shape.TEXT ? Optional.of(given.texts().get(0)) : Optional.empty();
    }

    private static Optional<List<String>> elements(Given given) {
        return switch (given.shape()) {
            case TEXT -> Optional.of(splitAtCommas(given.texts().get(0)));
            case LIST -> Optional.of(given.texts());
            case SECTION -> Optional.empty();
        };
    }

    private static List<String> splitAtCommas(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static Optional<Map<String, Integer>> parseSlots(List<String> elements) {
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (String element : elements) {
            Matcher matcher = SLOTS.matcher(element);
            if (!matcher.matches() || slots.put(matcher.group(1), Integer.valueOf(matcher.group(2))) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(Map.copyOf(slots));
    }

    private static Optional<Path> resolve(Path base, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(base.resolve(text).toAbsolutePath().normalize());
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> parseInteger(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Double> parseNumber(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip())).filter(Double::isFinite);
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> parseBoolean(String text) {
        return switch (text.strip()) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
