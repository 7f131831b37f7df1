package dev.easel.host.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What environment variables set. */
final class EnvironmentSource {
    static final String PLUGIN_PREFIX = "EASEL_PLUGIN_";
    private static final String PREFIX = "EASEL_";
    /** Read by the launcher, before this program runs. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("EASEL_HOME", "EASEL_JAVA_OPTS");

    private EnvironmentSource() {}

    static void apply(Map<String, String> environment, Path workingFolder, Settings settings, Faults faults) {
        Map<String, Key<?>> known = Keys.ALL.stream().collect(Collectors.toMap(Key::environment, Function.identity()));
        withPrefix(PREFIX, environment).forEach((name, text) -> {
            Key<?> key = known.get(name);
            if (key != null) {
                settings.give(key, Given.text(text, "environment variable " + name, workingFolder));
            } else if (!name.startsWith(PLUGIN_PREFIX) && !OF_THE_LAUNCHER.contains(name)) {
                unknown(name, known.keySet(), faults);
            }
        });
    }

    /** Returns the variables that set keys of plugins. */
    static SortedMap<String, String> pluginVariables(Map<String, String> environment) {
        return withPrefix(PLUGIN_PREFIX, environment);
    }

    static void unknown(String name, Collection<String> known, Faults faults) {
        faults.unknown("environment variable", name, "", known);
    }

    private static SortedMap<String, String> withPrefix(String prefix, Map<String, String> environment) {
        SortedMap<String, String> found = new TreeMap<>(environment);
        found.keySet().removeIf(name -> !name.startsWith(prefix));
        return found;
    }
}
