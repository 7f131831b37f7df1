package dev.easel.host.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the configuration file sets. */
final class FileSource {
    private static final String PLUGINS = "plugin";

    private FileSource() {}

    static void apply(ConfigObject root, Path home, Settings settings, Faults faults) {
        for (Map.Entry<String, ConfigValue> entry : inOrder(root)) {
            if (!entry.getKey().equals(PLUGINS)) {
                apply(entry.getKey(), entry.getValue(), home, settings, faults);
            }
        }
    }

    private static void apply(String name, ConfigValue value, Path home, Settings settings, Faults faults) {
        Optional<Key<?>> key =
                Keys.ALL.stream().filter(known -> known.name().equals(name)).findAny();
        String where = ConfigFile.where(value.origin());
        if (key.isPresent() && !isSectionToo(key.get(), value)) {
            settings.give(key.get(), Given.value(value, where, home));
        } else if (value instanceof ConfigObject section && !section.isEmpty()) {
            inOrder(section).forEach(entry -> {
                String member = entry.getKey().equals(PrefixKeys.OWN) ? name : name + "." + entry.getKey();
                apply(member, entry.getValue(), home, settings, faults);
            });
        } else {
            faults.unknown("key", name, where, Keys.ALL.stream().map(Key::name).toList());
        }
    }

    private static boolean isSectionToo(Key<?> key, ConfigValue value) {
        return value instanceof ConfigObject section
                && !section.isEmpty()
                && !PrefixKeys.longerThan(key).isEmpty();
    }

    /** Returns the sections {@code plugin.<id>} by plugin id. */
    static Map<String, ConfigObject> pluginSections(ConfigObject root, Faults faults) {
        Map<String, ConfigObject> sections = new TreeMap<>();
        ConfigValue plugins = root.get(PLUGINS);
        if (plugins instanceof ConfigObject object) {
            inOrder(object).forEach(entry -> {
                section("plugin." + entry.getKey(), entry.getValue(), faults)
                        .ifPresent(section -> sections.put(entry.getKey(), section));
            });
        } else if (plugins != null) {
            section(PLUGINS, plugins, faults);
        }
        return sections;
    }

    private static Optional<ConfigObject> section(String name, ConfigValue value, Faults faults) {
        if (value instanceof ConfigObject section) {
            return Optional.of(section);
        }
        faults.add("%s (%s) is a single value; it must be a section, with the keys of a plugin in it."
                .formatted(name, ConfigFile.where(value.origin())));
        return Optional.empty();
    }

    /** Returns what is set to something, in the order of the file. */
    static List<Map.Entry<String, ConfigValue>> inOrder(ConfigObject section) {
        return section.entrySet().stream()
                .filter(entry -> entry.getValue().valueType() != ConfigValueType.NULL)
                .sorted(Comparator.comparingInt((Map.Entry<String, ConfigValue> entry) ->
                                entry.getValue().origin().lineNumber())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
