package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.provider.PluginStatus;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.ParseResult;

/** {@code easel plugin list}: a line for each plugin and each jar that is none. */
final class PluginListCommand implements Command {
    private static final String FORMAT = "%-24s  %-12s  %-11s  %-20s  %-32s  %s";

    private final ConfigLoader loader;
    private final PluginAccess access;
    private final Terminal terminal;

    PluginListCommand(ConfigLoader loader, PluginAccess access, Terminal terminal) {
        this.loader = loader;
        this.access = access;
        this.terminal = terminal;
    }

    @Override
    public int run(ParseResult arguments) throws ConfigurationException, EngineException {
        EaselConfig config = Options.config(arguments, loader);
        print("PLUGIN", "VERSION", "STATE", "SINCE", "JAR", "REASON");
        access.list(config).forEach(this::print);
        return 0;
    }

    private void print(PluginStatus plugin) {
        print(
                plugin.pluginId().orElse("-"),
                plugin.version().orElse("-"),
                plugin.state().label(),
                plugin.since().truncatedTo(ChronoUnit.SECONDS),
                plugin.fileName(),
                plugin.reasons().isEmpty() ? "-" : String.join(" ", plugin.reasons()));
    }

    private void print(Object... cells) {
        terminal.result(FORMAT.formatted(cells));
    }
}
