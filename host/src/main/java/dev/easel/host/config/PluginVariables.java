package dev.easel.host.config;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.easel.host.config.PluginSchema.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the keys of one plugin that environment variables mean.
 *
 * <p>A variable does not tell {@code _} from {@code -}: a section that the file names is taken where the variable fits
 * it; else the name is made of lower-case letters and {@code -}.
 */
final class PluginVariables {
    private final String prefix;
    private final List<Candidate> candidates;

    /** A declared path and the variables that mean it. */
    private record Candidate(List<String> path, Pattern pattern, int fixedLength, String form) {}

    PluginVariables(String pluginId, Section declared) {
        this.prefix = prefix(pluginId);
        this.candidates = declared.paths().stream()
                .map(PluginVariables::candidate)
                .sorted(Comparator.comparingInt(Candidate::fixedLength).reversed())
                .toList();
    }

    static String prefix(String pluginId) {
        return EnvironmentSource.PLUGIN_PREFIX + Key.environmentForm(pluginId) + "_";
    }

    /** Lays variables over what the file sets. */
    ConfigObject over(ConfigObject file, Map<String, String> variables, Faults faults) {
        ConfigObject merged = file;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            Optional<List<String>> path = find(variable.getKey().substring(prefix.length()), file);
            if (path.isPresent()) {
                merged = set(path.get(), variable).withFallback(merged);
            } else {
                EnvironmentSource.unknown(
                        variable.getKey(),
                        candidates.stream().map(known -> prefix + known.form()).toList(),
                        faults);
            }
        }
        return merged;
    }

    private static ConfigObject set(List<String> path, Map.Entry<String, String> variable) {
        ConfigValue value =
                ConfigValueFactory.fromAnyRef(variable.getValue(), "environment variable " + variable.getKey());
        return ConfigFactory.empty().withValue(ConfigUtil.joinPath(path), value).root();
    }

    private Optional<List<String>> find(String rest, ConfigObject file) {
        List<List<String>> found = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Matcher matcher = candidate.pattern().matcher(rest);
            if (matcher.matches()) {
                found.add(named(candidate.path(), matcher, file));
            }
        }
        return found.stream()
                .filter(path -> namesExistingSection(path, file))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static boolean namesExistingSection(List<String> path, ConfigObject file) {
        return file.toConfig().hasPath(ConfigUtil.joinPath(path.subList(0, Math.max(1, path.size() - 1))));
    }

    private static List<String> named(List<String> declared, Matcher matcher, ConfigObject file) {
        List<String> path = new ArrayList<>();
        int group = 0;
        for (String segment : declared) {
            if (segment.equals(PluginSchema.ANY_NAME)) {
                group++;
                path.add(name(matcher.group(group), path, file));
            } else {
                path.add(segment);
            }
        }
        return path;
    }

    private static String name(String inVariable, List<String> parent, ConfigObject file) {
        String path = ConfigUtil.joinPath(parent);
        ConfigObject siblings =
                file.toConfig().hasPath(path) && file.toConfig().getValue(path) instanceof ConfigObject at
                        ? at
                        : ConfigFactory.empty().root();
        return siblings.keySet().stream()
                .filter(name -> Key.environmentForm(name).equals(inVariable))
                .sorted()
                .findFirst()
                .orElseGet(() -> inVariable.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static Candidate candidate(List<String> path) {
        String pattern = path.stream()
                .map(segment -> segment.equals(PluginSchema.ANY_NAME) ? "([A-Z0-9_]+)" : Key.environmentForm(segment))
                .collect(Collectors.joining("_"));
        String form = path.stream()
                .map(segment -> segment.equals(PluginSchema.ANY_NAME) ? "<NAME>" : Key.environmentForm(segment))
                .collect(Collectors.joining("_"));
        int fixedLength = form.replace("<NAME>", "").length();
        return new Candidate(path, Pattern.compile(pattern), fixedLength, form);
    }
}
