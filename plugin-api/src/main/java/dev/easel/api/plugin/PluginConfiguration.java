package dev.easel.api.plugin;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;

/**
 * The configuration of one plugin, or a section of it.
 *
 * <p>Holds the keys that the plugin's {@code plugin.conf} declares, with the administrator's values where there are any
 * and the declared defaults elsewhere. The host has already checked that every value has the type of its default, so
 * the getters fail only on a key that was not declared or was declared with another type, which is a fault of the
 * plugin. Immutable.
 */
public interface PluginConfiguration {

    /**
     * Returns a text.
     *
     * @param key a declared key, with dots between sections
     * @return the value, empty if that is the default
     * @throws IllegalArgumentException if no such text is declared
     */
    String string(String key);

    /**
     * Returns a whole number.
     *
     * @param key a declared key
     * @return the value
     * @throws IllegalArgumentException if no such number is declared
     */
    int integer(String key);

    /**
     * Returns a number.
     *
     * @param key a declared key
     * @return the value
     * @throws IllegalArgumentException if no such number is declared
     */
    double number(String key);

    /**
     * Returns a truth value.
     *
     * @param key a declared key
     * @return the value
     * @throws IllegalArgumentException if no such truth value is declared
     */
    boolean bool(String key);

    /**
     * Returns a duration, written as in {@code 90s} or {@code 5 minutes}.
     *
     * @param key a declared key
     * @return the value
     * @throws IllegalArgumentException if no such duration is declared
     */
    Duration duration(String key);

    /**
     * Returns a list of texts.
     *
     * @param key a declared key
     * @return the values
     * @throws IllegalArgumentException if no such list is declared
     */
    List<String> strings(String key);

    /**
     * Returns the sections whose names the administrator chooses.
     *
     * <p>{@code plugin.conf} declares them by a section with the name {@code "*"}: {@code services { "*" { url = "" }
     * }} declares {@code services.<any name>.url}.
     *
     * @param key a declared key that holds a section {@code "*"}
     * @return the sections by name, sorted; none if the administrator set none
     * @throws IllegalArgumentException if no such sections are declared
     */
    SortedMap<String, PluginConfiguration> sections(String key);
}
