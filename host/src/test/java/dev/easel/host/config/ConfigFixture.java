package dev.easel.host.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import static org.junit.jupiter.api.Assertions.assertThrows;

/** A distribution's folder with a configuration file, an environment and options. */
final class ConfigFixture {
    final Path home;
    final Path workingFolder;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> options = new HashMap<>();

    ConfigFixture(Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        workingFolder = Files.createDirectories(folder.resolve("work"));
    }

    ConfigFixture file(String text) throws IOException {
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/easel.conf"), text);
        return this;
    }

    ConfigFixture environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ConfigFixture option(String name, String value) {
        options.put(name, value);
        return this;
    }

    ConfigFixture plugin(String id, String declared) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Plugin-Id", id);
        Path jar = Files.createDirectories(home.resolve("plugins")).resolve(id + "-1.0.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("plugin.conf"));
            out.write(declared.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return this;
    }

    EaselConfig load() throws ConfigurationException {
        return loaded().config();
    }

    LoadedConfig loaded() throws ConfigurationException {
        return new ConfigLoader(home, workingFolder, environment).load(Optional.empty(), options);
    }

    List<String> faults() {
        return assertThrows(ConfigurationException.class, this::load).faults();
    }
}
