package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.provider.jar.JarExaminer;
import dev.easel.host.provider.jar.PluginInspection;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.ParseResult;

/** {@code easel plugin check}: says every fault of a jar without running its code. */
final class PluginCheckCommand implements Command {
    private final ConfigLoader loader;
    private final Terminal terminal;

    PluginCheckCommand(ConfigLoader loader, Terminal terminal) {
        this.loader = loader;
        this.terminal = terminal;
    }

    @Override
    public int run(ParseResult arguments) throws ConfigurationException, EngineException {
        Path jar = jar(arguments.matchedPositionalValue(0, ""));
        EaselConfig config = Options.config(arguments, loader);
        PluginInspection inspection = new JarExaminer(config.pluginPolicy(), Clock.systemUTC()).examine(jar);
        inspection.faults().forEach(fault -> terminal.result("fault: " + fault));
        inspection.warnings().forEach(warning -> terminal.result("warning: " + warning));
        terminal.result(verdict(inspection));
        return inspection.isAccepted() ? 0 : 1;
    }

    private static String verdict(PluginInspection inspection) {
        if (inspection.isAccepted()) {
            return inspection.fileName() + " is accepted: plugin "
                    + inspection.pluginId().orElseThrow() + " "
                    + inspection.version().orElseThrow() + " with the extensions " + inspection.extensions() + ".";
        }
        return inspection.fileName() + " is refused.";
    }

    private Path jar(String text) throws UsageException {
        try {
            Path jar = terminal.workingFolder().resolve(text);
            if (Files.exists(jar)) {
                return jar;
            }
        } catch (InvalidPathException malformed) {
            throw new UsageException("JAR is \"" + text + "\"; it must be a path.");
        }
        throw new UsageException("JAR is \"" + text + "\", which does not exist; give the path of a plugin's jar.");
    }
}
