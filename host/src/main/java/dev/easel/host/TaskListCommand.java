package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.task.TaskReport;
import java.util.Locale;
import picocli.CommandLine.ParseResult;

/** {@code easel task list}: a line for each task. */
final class TaskListCommand implements Command {
    private static final String FORMAT = "%-16s  %-10s  %-16s  %-16s  %6s  %-16s  %8s  %-24s  %s";

    private final ConfigLoader loader;
    private final HostAccess<TaskQueries> access;
    private final Terminal terminal;

    TaskListCommand(ConfigLoader loader, HostAccess<TaskQueries> access, Terminal terminal) {
        this.loader = loader;
        this.access = access;
        this.terminal = terminal;
    }

    @Override
    public int run(ParseResult arguments) throws ConfigurationException, EngineException {
        EaselConfig config = Options.config(arguments, loader);
        try (TaskQueries tasks = access.open(config)) {
            print("ID", "STATUS", "USER", "APP", "IMAGES", "PROVIDER", "ATTEMPTS", "CHANGED", "REASON");
            tasks.list(arguments.hasMatchedOption("--failed"), Options.value(arguments, "--user"), this::print);
        }
        return 0;
    }

    private void print(TaskReport task) {
        print(
                task.id(),
                task.status().name().toLowerCase(Locale.ROOT),
                task.user().orElse("-"),
                task.app(),
                task.images(),
                task.provider().orElse("-"),
                task.runs().attempts(),
                task.changed(),
                task.failureReason().or(task::waitingReason).orElse("-"));
    }

    private void print(Object... cells) {
        terminal.result(FORMAT.formatted(cells));
    }
}
