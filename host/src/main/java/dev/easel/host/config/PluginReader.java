package dev.easel.host.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.host.config.PluginSchema.Declared;
import dev.easel.host.config.PluginSchema.Leaf;
import dev.easel.host.config.PluginSchema.Section;
import dev.easel.host.config.PluginSchema.Sections;
import dev.easel.host.config.PluginSection.DurationText;
import dev.easel.host.config.PluginSection.NamedSections;
import dev.easel.host.config.PluginSection.TextList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what the administrator set for a plugin by what the plugin declares. */
final class PluginReader {
    private static final ConfigObject NOTHING = ConfigFactory.empty().root();
    /** Plugins have no paths among their types, so nothing is resolved against it. */
    private static final Path NO_BASE = Path.of("");

    private final Faults faults;

    PluginReader(Faults faults) {
        this.faults = faults;
    }

    PluginSection read(String name, Section declared, ConfigObject given) {
        Map<String, Object> values = new HashMap<>();
        readInto(values, "", name, declared, given);
        return new PluginSection(name, values);
    }

    private void readInto(
            Map<String, Object> values, String prefix, String name, Section declared, ConfigObject given) {
        refuseUndeclared(name, declared, given);
        declared.members().forEach((key, member) -> {
            Optional<ConfigValue> value = FileSource.inOrder(given).stream()
                    .filter(entry -> entry.getKey().equals(key))
                    .map(Map.Entry::getValue)
                    .findAny();
            String path = name + "." + key;
            if (member instanceof Section section) {
                readInto(values, prefix + key + ".", path, section, section(path, value));
            } else {
                values.put(prefix + key, value(path, member, value));
            }
        });
    }

    private void refuseUndeclared(String name, Section declared, ConfigObject given) {
        List<String> known = declared.members().keySet().stream()
                .map(key -> name + "." + key)
                .toList();
        FileSource.inOrder(given).stream()
                .filter(entry -> !declared.members().containsKey(entry.getKey()))
                .forEach(entry -> faults.unknown(
                        "key",
                        name + "." + entry.getKey(),
                        ConfigFile.where(entry.getValue().origin()),
                        known));
    }

    private Object value(String path, Declared declared, Optional<ConfigValue> value) {
        if (declared instanceof Sections sections) {
            return namedSections(path, sections.template(), section(path, value));
        }
        Leaf leaf = (Leaf) declared;
        return value.map(set -> Given.value(set, ConfigFile.where(set.origin()), NO_BASE))
                .flatMap(set -> read(path, leaf.type(), set))
                .or(() -> read(path, leaf.type(), leaf.fallback()))
                .orElse("");
    }

    private NamedSections namedSections(String path, Section template, ConfigObject given) {
        SortedMap<String, PluginConfiguration> byName = new TreeMap<>();
        FileSource.inOrder(given).forEach(entry -> {
            String name = path + "." + entry.getKey();
            byName.put(entry.getKey(), read(name, template, section(name, Optional.of(entry.getValue()))));
        });
        return new NamedSections(Collections.unmodifiableSortedMap(byName));
    }

    private ConfigObject section(String path, Optional<ConfigValue> value) {
        if (value.isEmpty()) {
            return NOTHING;
        }
        if (value.get() instanceof ConfigObject section) {
            return section;
        }
        faults.add("%s (%s) is a single value; it must be a section."
                .formatted(path, ConfigFile.where(value.get().origin())));
        return NOTHING;
    }

    private Optional<Object> read(String path, ValueType<?> type, Given given) {
        return faults.read(path, type, given).map(value -> {
            if (value instanceof Duration duration) {
                return new DurationText(given.texts().get(0), duration);
            }
            return value instanceof List<?> list ? texts(list) : value;
        });
    }

    private static TextList texts(List<?> list) {
        return new TextList(list.stream().map(String::valueOf).toList());
    }
}
