package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands, their options and their help.
 *
 * <p>Described in code: picocli need not look for annotations at start-up.
 */
final class Commands {
    private final ConfigLoader loader;
    private final Engine engine;
    private final StopSignal stop;
    private final Terminal terminal;

    Commands(ConfigLoader loader, Engine engine, StopSignal stop, Terminal terminal) {
        this.loader = loader;
        this.engine = engine;
        this.stop = stop;
        this.terminal = terminal;
    }

    CommandSpec easel() {
        CommandSpec easel =
                group("easel", "A self-hosted host for text-to-image generation. Without a command: serve.");
        easel.addSubcommand("serve", serve());
        easel.addSubcommand("generate", generate());
        easel.addSubcommand("task", task());
        easel.addSubcommand("plugin", plugin());
        easel.addSubcommand("user", user());
        easel.addSubcommand("version", command(new VersionCommand(terminal), "Prints the versions of Easel and Java."));
        return easel;
    }

    private CommandSpec serve() {
        return command(new ServeCommand(loader, engine, stop, terminal), "Starts the host.")
                .addOption(Options.text("--bind", "A", "The address to listen on (default: 127.0.0.1)."))
                .addOption(Options.text("--port", "N", "The port, 0 for a free one (default: 8080)."))
                .addOption(plugins());
    }

    private CommandSpec generate() {
        return command(
                        new GenerateCommand(loader, engine, terminal),
                        "Makes images without a server and prints the path of each.")
                .addPositional(parameter("PROMPT", "What the images shall show."))
                .addOption(Options.text("--count", "N", "How many images (default: 1)."))
                .addOption(Options.text("--out", "DIR", "The folder for the images (default: the working folder)."))
                .addOption(Options.text("--provider", "ID", "The provider to ask (default: the preferred one)."));
    }

    private CommandSpec task() {
        HostAccess<TaskQueries> access = new HostAccess<>(RemoteTasks::new, engine::tasks);
        CommandSpec list = command(new TaskListCommand(loader, access, terminal), "Lists tasks, oldest first.")
                .addOption(flag("--failed", "Only failed tasks."))
                .addOption(Options.text("--user", "NAME", "Only tasks of this user."));
        CommandSpec show = command(new TaskShowCommand(loader, access, terminal), "Shows one task.")
                .addPositional(parameter("ID", "The task's id."));
        return group("task", "Shows tasks and why they wait or failed.")
                .addSubcommand("list", list)
                .addSubcommand("show", show);
    }

    private CommandSpec plugin() {
        CommandSpec list = command(
                        new PluginListCommand(loader, new PluginAccess(), terminal),
                        "Lists plugins and jars, with their states and the reasons.")
                .addOption(plugins());
        CommandSpec check = command(
                        new PluginCheckCommand(loader, terminal), "Says every fault of a jar without running its code.")
                .addPositional(parameter("JAR", "The plugin's jar."));
        return group("plugin", "Shows plugins and why they do not serve.")
                .addSubcommand("list", list)
                .addSubcommand("check", check);
    }

    private CommandSpec user() {
        HostAccess<UserAdministration> access = new HostAccess<>(RemoteUsers::new, engine::users);
        CommandSpec list = command(
                new UserListCommand(loader, access, terminal), "Lists the users, with the selectors of app passwords.");
        CommandSpec revoke = command(
                        new UserRevokeCommand(loader, access), "Revokes an app password of a user, or all.")
                .addPositional(parameter("NAME", "The user's name."))
                .addPositional(PositionalParamSpec.builder()
                        .index("1")
                        .arity("0..1")
                        .type(String.class)
                        .paramLabel("SELECTOR")
                        .description("The password's first letters, as easel user list shows them.")
                        .build())
                .addOption(flag("--all", "All app passwords of the user."));
        return group("user", "Adds, lists and removes users and their app passwords.")
                .addSubcommand(
                        "add",
                        userCommand(access, UserCommand::add, "Adds a user and prints an app password.")
                                .addOption(flag("--admin", "The user manages this host.")))
                .addSubcommand("list", list)
                .addSubcommand(
                        "remove",
                        userCommand(access, UserCommand::remove, "Removes a user, with all tasks and images."))
                .addSubcommand(
                        "add-password",
                        userCommand(access, UserCommand::addPassword, "Prints another app password of a user."))
                .addSubcommand("revoke", revoke);
    }

    private CommandSpec userCommand(HostAccess<UserAdministration> access, UserCommand.Deed deed, String description) {
        return command(new UserCommand(loader, access, terminal, deed), description)
                .addPositional(parameter("NAME", "The user's name."));
    }

    private static OptionSpec plugins() {
        return Options.text("--plugins", "D", "The folder of plugin jars.");
    }

    private static CommandSpec group(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name).addOption(help());
        spec.usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
        return spec;
    }

    private static CommandSpec command(Command command, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command)
                .addOption(Options.text("--config", "F", "The configuration file (default: conf/easel.conf)."))
                .addOption(Options.text("--data", "D", "The folder of everything that Easel writes."))
                .addOption(help());
        spec.usageMessage().description(description);
        return spec;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build();
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    private static PositionalParamSpec parameter(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }
}
