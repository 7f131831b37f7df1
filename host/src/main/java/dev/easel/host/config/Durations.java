package dev.easel.host.config;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as texts. */
final class Durations {
    /** A number without a unit would be read as milliseconds, which is rarely what was meant. */
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("\\s*\\d+(\\.\\d+)?\\s*[A-Za-z]+\\s*");

    private Durations() {}

    /**
     * Reads a duration with HOCON's units, from {@code ns} to {@code d}.
     *
     * @return the duration, not negative; empty if the text is none
     */
    static Optional<Duration> parse(String text) {
        if (!NUMBER_AND_UNIT.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConfigValueFactory.fromAnyRef(text).atKey("d").getDuration("d"));
        } catch (ConfigException noSuchUnit) {
            return Optional.empty();
        }
    }
}
