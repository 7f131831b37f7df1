package dev.easel.host.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import dev.easel.api.plugin.PluginConfiguration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the file and the environment set for plugins; immutable. */
final class ConfiguredPlugins implements PluginConfigurations {
    private final Map<String, ConfigObject> sections;
    private final SortedMap<String, String> variables;
    private final SortedMap<String, Optional<Config>> installed;

    /**
     * Makes one.
     *
     * @param sections the sections of the file by plugin id
     * @param variables the environment variables {@code EASEL_PLUGIN_…}
     * @param installed the installed plugins, each with its {@code plugin.conf} unless that is unreadable
     */
    ConfiguredPlugins(
            Map<String, ConfigObject> sections,
            SortedMap<String, String> variables,
            SortedMap<String, Optional<Config>> installed) {
        this.sections = Map.copyOf(sections);
        this.variables = variables;
        this.installed = installed;
    }

    @Override
    public PluginConfiguration of(String pluginId, Config declared) throws ConfigurationException {
        Faults faults = new Faults();
        PluginSchema.Section schema = PluginSchema.of(pluginId, declared, faults);
        faults.throwIfAny();
        PluginConfiguration configuration = read(pluginId, schema, faults);
        faults.throwIfAny();
        return configuration;
    }

    /** Reports the faults in what is set for installed plugins, and warns of what is set for others. */
    void check(Faults faults, List<String> warnings) {
        installed.forEach((id, declared) -> declared.ifPresent(readable -> checkInstalled(id, readable, faults)));
        new TreeMap<>(sections).forEach((id, section) -> {
            if (!installed.containsKey(id)) {
                warnings.add(("plugin.%s (%s) has no effect: no plugin %s is installed; installed are %s."
                                + " An id with a dot in it needs quotes.")
                        .formatted(id, ConfigFile.where(section.origin()), id, installed.keySet()));
            }
        });
        variables.keySet().stream()
                .filter(name -> owner(name, installed.keySet()).isEmpty())
                .forEach(name -> warnings.add(
                        "The environment variable %s has no effect: it names no installed plugin; installed are %s."
                                .formatted(name, installed.keySet())));
    }

    /** A plugin that declares what cannot be read is refused when it is loaded, and is no reason not to start. */
    private void checkInstalled(String id, Config declared, Faults faults) {
        Faults ofTheAuthor = new Faults();
        PluginSchema.Section schema = PluginSchema.of(id, declared, ofTheAuthor);
        if (ofTheAuthor.isEmpty()) {
            read(id, schema, faults);
        }
    }

    private PluginConfiguration read(String pluginId, PluginSchema.Section schema, Faults faults) {
        ConfigObject file =
                sections.getOrDefault(pluginId, ConfigFactory.empty().root());
        ConfigObject given = new PluginVariables(pluginId, schema).over(file, variablesOf(pluginId), faults);
        return new PluginReader(faults).read("plugin." + pluginId, schema, given);
    }

    private Map<String, String> variablesOf(String pluginId) {
        Set<String> ids = new TreeSet<>(installed.keySet());
        ids.add(pluginId);
        SortedMap<String, String> own = new TreeMap<>(variables);
        own.keySet().removeIf(name -> !owner(name, ids).equals(Optional.of(pluginId)));
        return own;
    }

    /** Finds the plugin that a variable means: the one with the longest fitting id. */
    private static Optional<String> owner(String variable, Set<String> ids) {
        return ids.stream()
                .filter(id -> variable.startsWith(PluginVariables.prefix(id)))
                .max(Comparator.comparingInt(String::length));
    }
}
