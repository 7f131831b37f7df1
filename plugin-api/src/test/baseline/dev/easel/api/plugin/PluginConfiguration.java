package dev.easel.api.plugin;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
public interface PluginConfiguration {
    String string(String key);
    int integer(String key);
    double number(String key);
    boolean bool(String key);
    Duration duration(String key);
    List<String> strings(String key);
    SortedMap<String, PluginConfiguration> sections(String key);
}
