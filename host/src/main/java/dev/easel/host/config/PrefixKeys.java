package dev.easel.host.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.parser.ConfigDocument;
import com.typesafe.config.parser.ConfigDocumentFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads keys whose names begin with that of another, as {@code plugins.trust} does with that of {@code plugins}.
 *
 * <p>To HOCON, {@code plugins} is either a value or a section, and what comes later replaces what came before. Here
 * both hold, and where the section would be lost the file has a fault.
 */
final class PrefixKeys {
    /** The name, in a section, of the value of the key that has the section's own name. */
    static final String OWN = "";

    private final Path file;
    private final ConfigParseOptions options;
    private final Faults faults;

    PrefixKeys(Path file, ConfigParseOptions options, Faults faults) {
        this.file = file;
        this.options = options;
        this.faults = faults;
    }

    /** Adds to a file as HOCON understands it what HOCON dropped. */
    Config restore(Config read) {
        Config restored = read;
        for (Key<?> key : Keys.ALL) {
            List<String> longer = longerThan(key);
            if (!longer.isEmpty() && read.hasPath(key.name())) {
                restored = restore(restored, key.name(), longer);
            }
        }
        return restored;
    }

    static List<String> longerThan(Key<?> key) {
        return Keys.ALL.stream()
                .map(Key::name)
                .filter(name -> name.startsWith(key.name() + "."))
                .toList();
    }

    private Config restore(Config read, String name, List<String> longer) {
        ConfigDocument document = ConfigDocumentFactory.parseFile(file.toFile(), options);
        if (read.getValue(name) instanceof ConfigObject) {
            return ownValue(document, name, longer)
                    .map(own -> read.withValue(name + ".\"" + OWN + "\"", own))
                    .orElse(read);
        }
        reportLost(document, read, name, longer);
        return read;
    }

    /** Finds what the name itself was set to before the section took its place. */
    private Optional<ConfigValue> ownValue(ConfigDocument document, String name, List<String> longer) {
        ConfigDocument rest = document;
        for (String each : longer) {
            rest = rest.withoutPath(each);
        }
        Config own = ConfigFactory.parseString(withoutSection(rest.render(), name), options)
                .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
        return own.hasPath(name)
                ? Optional.of(own.getValue(name)).filter(value -> !(value instanceof ConfigObject))
                : Optional.empty();
    }

    private void reportLost(ConfigDocument document, Config read, String name, List<String> longer) {
        String where = ConfigFile.where(read.getValue(name).origin());
        longer.stream()
                .filter(document::hasPath)
                .forEach(lost -> faults.add("%s (%s) comes after %s, which it would replace; write %s first."
                        .formatted(name, where, lost, name)));
    }

    /** Gives a section written with braces another name, where nobody looks. */
    private static String withoutSection(String text, String name) {
        return text.replaceAll(
                "(?m)(^|,)(\\s*)" + Pattern.quote(name) + "(\\s*[:=]?\\s*\\{)", "$1$2\"section of " + name + "\"$3");
    }
}
