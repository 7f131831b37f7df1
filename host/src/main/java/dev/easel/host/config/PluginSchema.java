package dev.easel.host.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a plugin's {@code plugin.conf} declares. */
final class PluginSchema {
    /** The name of the section that stands for all sections of any name. */
    static final String ANY_NAME = "*";

    private PluginSchema() {}

    /** A declared key: a value, a section, or sections with names that the administrator chooses. */
    sealed interface Declared permits Leaf, Section, Sections {}

    /** A value of one type, with its default. */
    record Leaf(ValueType<?> type, Given fallback) implements Declared {}

    record Section(SortedMap<String, Declared> members) implements Declared {

        /** Returns the path of every value, with {@code *} for a name that the administrator chooses. */
        List<List<String>> paths() {
            List<List<String>> paths = new ArrayList<>();
            members.forEach((name, declared) -> below(declared)
                    .forEach(rest -> paths.add(
                            Stream.concat(Stream.of(name), rest.stream()).toList())));
            return paths;
        }

        private static List<List<String>> below(Declared declared) {
            if (declared instanceof Section section) {
                return section.paths();
            }
            if (declared instanceof Sections sections) {
                return new Section(new TreeMap<>(Map.of(ANY_NAME, sections.template()))).paths();
            }
            return List.of(List.of());
        }
    }

    record Sections(Section template) implements Declared {}

    /** Reads the declarations; a plugin's own faults are added to {@code faults}. */
    static Section of(String pluginId, Config declared, Faults faults) {
        return section("plugin.conf of " + pluginId, declared.root(), faults);
    }

    private static Section section(String path, ConfigObject object, Faults faults) {
        SortedMap<String, Declared> members = new TreeMap<>();
        object.forEach((name, value) -> members.put(name, declared(path + ": " + name, value, faults)));
        return new Section(members);
    }

    private static Declared declared(String path, ConfigValue value, Faults faults) {
        if (!(value instanceof ConfigObject object)) {
            return leaf(path, value, faults);
        }
        if (!object.containsKey(ANY_NAME)) {
            return section(path, object, faults);
        }
        if (object.size() > 1 || !(object.get(ANY_NAME) instanceof ConfigObject template)) {
            faults.add(path + " must hold the section \"*\" and nothing else; tell the plugin's author.");
            return new Section(new TreeMap<>());
        }
        return new Sections(section(path, template, faults));
    }

    private static Leaf leaf(String path, ConfigValue value, Faults faults) {
        Given fallback = Given.value(value, path, Path.of(""));
        if (fallback.shape() == Given.Shape.SECTION) {
            faults.add(
                    path + " must be a text, a number, true or false, or a list of texts; tell the plugin's author.");
        }
        return new Leaf(type(value, fallback), fallback);
    }

    private static ValueType<?> type(ConfigValue value, Given fallback) {
        return switch (value.valueType()) {
            case BOOLEAN -> ValueTypes.bool();
            case LIST -> ValueTypes.strings();
            case NUMBER -> ValueTypes.integer().read(fallback).isPresent() ? ValueTypes.integer() : ValueTypes.number();
            case STRING, NULL, OBJECT ->
                ValueTypes.duration().read(fallback).isPresent() ? ValueTypes.duration() : ValueTypes.text();
        };
    }
}
