package dev.easel.diffusion.config;

import dev.easel.api.plugin.PluginConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The section of one model, and everything that is found wrong with it; for use by one thread. */
final class ModelSection {
    private final String name;
    private final PluginConfiguration given;
    private final List<String> faults;

    ModelSection(String name, PluginConfiguration given, List<String> faults) {
        this.name = name;
        this.given = given;
        this.faults = faults;
    }

    /** Returns where the administrator configures a model. */
    static String path(String name) {
        return "plugin.diffusion.models." + name;
    }

    String name() {
        return name;
    }

    PluginConfiguration given() {
        return given;
    }

    void fault(String fault) {
        faults.add(fault);
    }

    void fault(String key, String allowed) {
        fault("%s.%s is \"%s\"; it must be %s.".formatted(path(name), key, text(key), allowed));
    }

    String text(String key) {
        return given.string(key).strip();
    }

    /** Reads a whole number that may be left out. */
    OptionalLong wholeNumber(String key, long least, long most) {
        if (text(key).isEmpty()) {
            return OptionalLong.empty();
        }
        if (text(key).matches("\\d{1,18}")) {
            long number = Long.parseLong(text(key));
            if (number >= least && number <= most) {
                return OptionalLong.of(number);
            }
        }
        fault(key, "a whole number from " + least + " to " + most + ", or empty");
        return OptionalLong.empty();
    }

    /** Reads a small whole number that may be left out. */
    OptionalInt count(String key, int least, int most) {
        OptionalLong number = wholeNumber(key, least, most);
        return number.isPresent() ? OptionalInt.of(Math.toIntExact(number.getAsLong())) : OptionalInt.empty();
    }

    /** Reads a number that may be left out. */
    OptionalDouble number(String key, double least, double most) {
        if (text(key).isEmpty()) {
            return OptionalDouble.empty();
        }
        if (text(key).matches("\\d{1,9}(\\.\\d{1,9})?")) {
            double number = Double.parseDouble(text(key));
            if (number >= least && number <= most) {
                return OptionalDouble.of(number);
            }
        }
        fault(key, "a number from %d to %d, or empty".formatted((long) least, (long) most));
        return OptionalDouble.empty();
    }

    /** Reads one of an enumeration's names, in lower case; empty if it is none. */
    <E extends Enum<E>> Optional<E> oneOf(String key, E[] all) {
        Optional<E> found = Arrays.stream(all)
                .filter(one -> lowerCase(one).equals(text(key)))
                .findFirst();
        if (found.isEmpty()) {
            fault(key, Arrays.stream(all).map(ModelSection::lowerCase).collect(Collectors.joining(" or ")));
        }
        return found;
    }

    private static String lowerCase(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
