package dev.easel.host.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.List;

/**
 * A value as somebody gave it.
 *
 * @param shape what it looks like
 * @param texts the one text, or the elements of the list; empty for a section
 * @param where where it was given, in words
 * @param base what a relative path in it starts from
 */
record Given(Shape shape, List<String> texts, String where, Path base) {

    enum Shape {
        TEXT,
        LIST,
        SECTION
    }

    static Given text(String text, String where, Path base) {
        return new Given(Shape.TEXT, List.of(text), where, base);
    }

    static Given value(ConfigValue value, String where, Path base) {
        if (value instanceof ConfigList list) {
            return list(list, where, base);
        }
        if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.NULL) {
            return section(where, base);
        }
        return text(String.valueOf(value.unwrapped()), where, base);
    }

    private static Given list(ConfigList list, String where, Path base) {
        if (list.stream().anyMatch(Given::isNested)) {
            return section(where, base);
        }
        List<String> texts =
                list.stream().map(value -> String.valueOf(value.unwrapped())).toList();
        return new Given(Shape.LIST, texts, where, base);
    }

    private static boolean isNested(ConfigValue value) {
        return switch (value.valueType()) {
            case OBJECT, LIST, NULL -> true;
            case NUMBER, BOOLEAN, STRING -> false;
        };
    }

    private static Given section(String where, Path base) {
        return new Given(Shape.SECTION, List.of(), where, base);
    }

    /** Returns the value as a person would write it. */
    String inWords() {
        return switch (shape) {
            case TEXT -> '"' + texts.get(0) + '"';
            case LIST -> texts.toString();
            case SECTION -> "a section or a nested list";
        };
    }
}
