package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.config.LoadedConfig;
import dev.easel.host.logging.LogOutput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Reads options; those that set keys of the configuration go through its loader, so that all faults are together. */
final class Options {
    private static final Logger LOG = LoggerFactory.getLogger(Options.class);
    private static final List<String> OF_THE_CONFIGURATION = List.of("--bind", "--port", "--data", "--plugins");

    private Options() {}

    /** Describes an option with a text. */
    static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static Optional<String> value(ParseResult arguments, String name) {
        return Optional.ofNullable(arguments.matchedOptionValue(name, null));
    }

    static EaselConfig config(ParseResult arguments, ConfigLoader loader)
            throws ConfigurationException, UsageException {
        Map<String, String> given = new HashMap<>();
        OF_THE_CONFIGURATION.forEach(name -> value(arguments, name).ifPresent(text -> given.put(name, text)));
        LoadedConfig loaded = loader.load(file(arguments), given);
        LogOutput.use(loaded.config().logFormat());
        loaded.warnings().forEach(LOG::warn);
        return loaded.config();
    }

    private static Optional<Path> file(ParseResult arguments) throws UsageException {
        try {
            return value(arguments, "--config").map(Path::of);
        } catch (InvalidPathException malformed) {
            throw new UsageException("--config is \"" + malformed.getInput() + "\"; it must be a path.");
        }
    }
}
