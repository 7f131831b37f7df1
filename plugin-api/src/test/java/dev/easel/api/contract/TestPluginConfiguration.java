package dev.easel.api.contract;

import dev.easel.api.plugin.PluginConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Configured values by their keys, below a prefix that is empty or ends in a dot; immutable. */
record TestPluginConfiguration(String prefix, Map<String, Object> values) implements PluginConfiguration {

    @Override
    public String string(String key) {
        return value(key, String.class);
    }

    @Override
    public int integer(String key) {
        return value(key, Integer.class);
    }

    @Override
    public double number(String key) {
        return value(key, Number.class).doubleValue();
    }

    @Override
    public boolean bool(String key) {
        return value(key, Boolean.class);
    }

    @Override
    public Duration duration(String key) {
        return value(key, Duration.class);
    }

    @Override
    public List<String> strings(String key) {
        List<?> texts = value(key, List.class);
        return texts.stream().map(String.class::cast).toList();
    }

    @Override
    public SortedMap<String, PluginConfiguration> sections(String key) {
        String start = prefix + key + ".";
        SortedMap<String, PluginConfiguration> sections = new TreeMap<>();
        values.keySet().stream()
                .filter(path -> path.startsWith(start) && path.indexOf('.', start.length()) > 0)
                .map(path -> path.substring(start.length(), path.indexOf('.', start.length())))
                .forEach(name -> sections.put(name, new TestPluginConfiguration(start + name + ".", values)));
        return sections;
    }

    private <T> T value(String key, Class<T> type) {
        Object value = values.get(prefix + key);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("The test configures " + prefix + key + " as " + value + ", which is no "
                    + type.getSimpleName() + "; set it with TestPluginContext.with(\"" + prefix + key + "\", …)");
        }
        return type.cast(value);
    }

    /** Without the values, which may hold secrets. */
    @Override
    public String toString() {
        return "test configuration with the keys " + values.keySet();
    }
}
