package dev.easel.host.provider;

import com.typesafe.config.Config;
import dev.easel.api.plugin.PluginConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The declared defaults of a plugin, as its configuration. */
record TestConfiguration(Config declared) implements PluginConfiguration {
    static PluginConfiguration of(String pluginId, Config declared) {
        return new TestConfiguration(declared);
    }

    @Override
    public String string(String key) {
        return declared.getString(key);
    }

    @Override
    public int integer(String key) {
        return declared.getInt(key);
    }

    @Override
    public double number(String key) {
        return declared.getDouble(key);
    }

    @Override
    public boolean bool(String key) {
        return declared.getBoolean(key);
    }

    @Override
    public Duration duration(String key) {
        return declared.getDuration(key);
    }

    @Override
    public List<String> strings(String key) {
        return declared.getStringList(key);
    }

    @Override
    public SortedMap<String, PluginConfiguration> sections(String key) {
        return new TreeMap<>();
    }
}
