package dev.easel.diffusion;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.easel.api.contract.TestPluginContext;
import dev.easel.api.plugin.PluginConfiguration;
import dev.easel.api.plugin.PluginContext;
import dev.easel.diffusion.config.ModelConfiguration;
import dev.easel.diffusion.config.ModelConfigurationReader;
import dev.easel.diffusion.config.Reading;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** What an administrator sets for some models, over the defaults of the plugin's own {@code plugin.conf}. */
public final class Settings {
    private static final Path DATA = Path.of("data");

    private final Map<String, Object> values = new TreeMap<>();

    /** Begins with one model that is in a directory, and nothing else set for it. */
    public static Settings of(String model, Path folder) {
        return new Settings().andModel(model).with(model, "path", folder.toString());
    }

    /** Adds a model for which nothing is set. */
    public Settings andModel(String model) {
        Config declared = ConfigFactory.parseResources("plugin.conf").getConfig("models.\"*\"");
        declared.entrySet()
                .forEach(entry ->
                        values.put(key(model, entry.getKey()), entry.getValue().unwrapped()));
        return with(model, "idle", Duration.ofMinutes(10));
    }

    public Settings with(String model, String key, Object value) {
        values.put(key(model, key), value);
        return this;
    }

    public PluginContext in(Path folder) {
        TestPluginContext context = TestPluginContext.in(folder);
        for (var entry : values.entrySet()) {
            context = context.with(entry.getKey(), entry.getValue());
        }
        return context;
    }

    /** Reads the configuration of one model. */
    public Reading read(String model) {
        PluginConfiguration section =
                in(DATA).configuration().sections("models").get(model);
        return new ModelConfigurationReader(model, Objects.requireNonNull(section, model), DATA).read();
    }

    public ModelConfiguration model(String model) {
        Reading reading = read(model);
        return assertInstanceOf(Reading.Usable.class, reading, reading::toString)
                .model();
    }

    public List<String> faults(String model) {
        Reading reading = read(model);
        return assertInstanceOf(Reading.Faulty.class, reading, reading::toString)
                .faults();
    }

    private static String key(String model, String key) {
        return "models." + model + "." + key;
    }
}
