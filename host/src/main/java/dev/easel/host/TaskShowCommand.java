package dev.easel.host;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.task.TaskReport;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code easel task show}: everything about one task but its prompt. */
final class TaskShowCommand implements Command {
    private final ConfigLoader loader;
    private final HostAccess<TaskQueries> access;
    private final Terminal terminal;

    TaskShowCommand(ConfigLoader loader, HostAccess<TaskQueries> access, Terminal terminal) {
        this.loader = loader;
        this.access = access;
        this.terminal = terminal;
    }

    @Override
    public int run(ParseResult arguments) throws ConfigurationException, EngineException {
        long id = id(arguments.matchedPositionalValue(0, ""));
        EaselConfig config = Options.config(arguments, loader);
        try (TaskQueries tasks = access.open(config)) {
            TaskReport task = tasks.show(id)
                    .orElseThrow(() ->
                            new EngineException("There is no task " + id + "; easel task list shows those there are."));
            print(task);
        }
        return 0;
    }

    private static long id(String text) throws UsageException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new UsageException("ID is \"" + text + "\"; it must be a whole number, the id of a task.");
        }
    }

    private void print(TaskReport task) {
        print("id", String.valueOf(task.id()));
        print("status", task.status().name().toLowerCase(Locale.ROOT));
        print("user", task.user().orElse("(guest)"));
        print("app", task.app());
        print("images", String.valueOf(task.images()));
        print("attempts", String.valueOf(task.runs().attempts()));
        print("crashes", String.valueOf(task.runs().crashes()));
        print("failures", String.valueOf(task.runs().failures()));
        print("provider", task.provider());
        print("waiting because", task.waitingReason());
        print(task.status() == TaskStatus.FAILED ? "failed because" : "last run failed because", task.failureReason());
        print("created", task.created().toString());
        print("changed", task.changed().toString());
    }

    private void print(String name, Optional<String> value) {
        value.ifPresent(present -> print(name, present));
    }

    private void print(String name, String value) {
        terminal.result(name + ": " + value);
    }
}
