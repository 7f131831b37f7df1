package dev.easel.host.config;

import java.util.Locale;

/**
 * A key of the configuration.
 *
 * @param <T> the type of its value
 * @param name as in the file, with dots between sections
 * @param type what its value must be
 * @param defaultText the default, as one would write it in an environment variable
 */
record Key<T>(String name, ValueType<T> type, String defaultText) {
    private static final String PREFIX = "EASEL_";

    /** Returns the environment variable that sets this key. */
    String environment() {
        return PREFIX + environmentForm(name);
    }

    /** Writes a name the way it appears in environment variables. */
    static String environmentForm(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
