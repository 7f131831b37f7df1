package dev.easel.host;

import dev.easel.host.access.UserReport;
import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** {@code easel user list}: a line for each user, with the selectors of the app passwords. */
final class UserListCommand implements Command {
    private static final String FORMAT = "%-24s  %-13s  %-20s  %s";

    private final ConfigLoader loader;
    private final HostAccess<UserAdministration> access;
    private final Terminal terminal;

    UserListCommand(ConfigLoader loader, HostAccess<UserAdministration> access, Terminal terminal) {
        this.loader = loader;
        this.access = access;
        this.terminal = terminal;
    }

    @Override
    public int run(ParseResult arguments) throws ConfigurationException, EngineException {
        try (UserAdministration users = access.open(Options.config(arguments, loader))) {
            print("NAME", "ROLE", "CREATED", "APP PASSWORDS");
            users.list(this::print);
        }
        return 0;
    }

    private void print(UserReport user) {
        String selectors =
                user.passwords().stream().map(UserReport.Password::selector).collect(Collectors.joining(" "));
        print(
                user.name(),
                user.administrator() ? "administrator" : "user",
                user.created().truncatedTo(ChronoUnit.SECONDS),
                selectors.isEmpty() ? "-" : selectors);
    }

    private void print(Object... cells) {
        terminal.result(FORMAT.formatted(cells));
    }
}
