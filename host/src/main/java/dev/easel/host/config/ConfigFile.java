package dev.easel.host.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads HOCON files. */
final class ConfigFile {
    private static final ConfigParseOptions OPTIONS =
            ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setAllowMissing(false);

    private ConfigFile() {}

    /** Reads a file; empty if it has a fault. */
    static Optional<Config> read(Path file, Faults faults) {
        try {
            Config read = ConfigFactory.parseFile(file.toFile(), OPTIONS).resolve();
            return Optional.of(new PrefixKeys(file, OPTIONS, faults).restore(read));
        } catch (ConfigException.IO unreadable) {
            faults.add("The configuration file " + file + " cannot be read: " + unreadable.getMessage());
        } catch (ConfigException.UnresolvedSubstitution unresolved) {
            faults.add("The configuration file " + file + " refers to what is not set: " + unresolved.getMessage());
        } catch (ConfigException malformed) {
            faults.add("The configuration file " + file + " is not valid HOCON" + details(file, malformed));
        }
        return Optional.empty();
    }

    /** Says where a value was set. */
    static String where(ConfigOrigin origin) {
        String file = origin.filename();
        return file == null || origin.lineNumber() < 1 ? origin.description() : file + ":" + origin.lineNumber();
    }

    /** The parser's message quotes the file, where a secret may stand. */
    private static String details(Path file, ConfigException malformed) {
        ConfigOrigin origin = malformed.origin();
        if (origin == null || origin.lineNumber() < 1) {
            return ".";
        }
        boolean secret = linesUpTo(file, origin.lineNumber()).stream().anyMatch(Sensitive::isHintedAtBy);
        String line = " near line " + origin.lineNumber();
        return secret ? line + "." : line + ": " + String.valueOf(malformed.getMessage());
    }

    private static List<String> linesUpTo(Path file, int last) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.subList(Math.min(lines.size(), Math.max(0, last - 3)), Math.min(lines.size(), last));
        } catch (IOException unreadable) {
            return List.of("secret");
        }
    }
}
