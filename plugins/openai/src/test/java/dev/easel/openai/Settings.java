package dev.easel.openai;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.easel.api.contract.TestPluginContext;
import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.api.plugin.PluginContext;
import dev.easel.openai.config.Reading;
import dev.easel.openai.config.ServiceConfiguration;
import dev.easel.openai.config.ServiceReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** What an administrator sets for some services, over the defaults of the plugin's own {@code plugin.conf}. */
final class Settings {
    private final Map<String, Object> values = new TreeMap<>();

    /** Begins with one service and nothing set for it. */
    static Settings of(String service) {
        return new Settings().andService(service);
    }

    Settings andService(String service) {
        Config declared = ConfigFactory.parseResources("plugin.conf").getConfig("services.\"*\"");
        declared.entrySet().forEach(entry -> {
            Object value = entry.getValue().unwrapped();
            values.put(key(service, entry.getKey()), "timeout".equals(entry.getKey()) ? Duration.ofMinutes(10) : value);
        });
        return this;
    }

    Settings with(String service, String key, Object value) {
        values.put(key(service, key), value);
        return this;
    }

    PluginContext in(Path folder) {
        TestPluginContext context = TestPluginContext.in(folder);
        for (var entry : values.entrySet()) {
            context = context.with(entry.getKey(), entry.getValue());
        }
        return context;
    }

    /** Reads the configuration of one service. */
    Reading read(String service) {
        PluginConfiguration section =
                in(Path.of("")).configuration().sections("services").get(service);
        return new ServiceReader(service, Objects.requireNonNull(section, service)).read();
    }

    ServiceConfiguration service(String service) {
        Reading reading = read(service);
        return assertInstanceOf(Reading.Usable.class, reading, reading::toString)
                .service();
    }

    List<String> faults(String service) {
        Reading reading = read(service);
        return assertInstanceOf(Reading.Faulty.class, reading, reading::toString)
                .faults();
    }

    private static String key(String service, String key) {
        return "services." + service + "." + key;
    }
}
