package dev.easel.host.config;

import dev.easel.api.plugin.PluginConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The configuration of a plugin, or one of its named sections.
 *
 * <p>A text that reads as a duration is kept as both. Prints no values: they may be secrets.
 */
final class PluginSection implements PluginConfiguration {
    private final String name;
    private final Map<String, Object> values;

    /**
     * Makes one.
     *
     * @param name where it stands in the configuration
     * @param values by key, with dots between sections: String, Integer, Double, Boolean, {@link DurationText}, or a
     *     {@link TextList} or {@link NamedSections}
     */
    PluginSection(String name, Map<String, Object> values) {
        this.name = name;
        this.values = Map.copyOf(values);
    }

    record DurationText(String text, Duration duration) {}

    record TextList(List<String> texts) {}

    record NamedSections(SortedMap<String, PluginConfiguration> byName) {}

    @Override
    public String string(String key) {
        return values.get(key) instanceof DurationText both ? both.text() : value(key, String.class, "text");
    }

    @Override
    public int integer(String key) {
        return value(key, Integer.class, "whole number");
    }

    @Override
    public double number(String key) {
        return value(key, Number.class, "number").doubleValue();
    }

    @Override
    public boolean bool(String key) {
        return value(key, Boolean.class, "truth value");
    }

    @Override
    public Duration duration(String key) {
        return value(key, DurationText.class, "duration").duration();
    }

    @Override
    public List<String> strings(String key) {
        return value(key, TextList.class, "list of texts").texts();
    }

    @Override
    public SortedMap<String, PluginConfiguration> sections(String key) {
        return value(key, NamedSections.class, "sections of any name").byName();
    }

    private <T> T value(String key, Class<T> type, String what) {
        Object value = values.get(key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("plugin.conf declares no %s %s in %s; declared are %s"
                    .formatted(
                            what, key, name, values.keySet().stream().sorted().toList()));
        }
        return type.cast(value);
    }

    @Override
    public String toString() {
        return name + " " + values.keySet().stream().sorted().toList();
    }
}
