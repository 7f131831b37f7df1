package dev.easel.host;

import dev.easel.host.access.Users;
import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** A command that does something with one user; it prints what comes of it, if anything does, alone. */
final class UserCommand implements Command {
    private final ConfigLoader loader;
    private final HostAccess<UserAdministration> access;
    private final Terminal terminal;
    private final Deed deed;

    /** What is done. */
    @FunctionalInterface
    interface Deed {
        Optional<String> run(UserAdministration users, String name, ParseResult arguments) throws EngineException;
    }

    UserCommand(ConfigLoader loader, HostAccess<UserAdministration> access, Terminal terminal, Deed deed) {
        this.loader = loader;
        this.access = access;
        this.terminal = terminal;
        this.deed = deed;
    }

    @Override
    public int run(ParseResult arguments) throws ConfigurationException, EngineException {
        String name = name(arguments);
        try (UserAdministration users = access.open(Options.config(arguments, loader))) {
            deed.run(users, name, arguments).ifPresent(terminal::result);
        }
        return 0;
    }

    /** Reads the name that a command was given. */
    static String name(ParseResult arguments) throws UsageException {
        String text = arguments.matchedPositionalValue(0, "");
        if (!Users.NAME.matcher(text).matches()) {
            throw new UsageException("NAME is \"" + text + "\"; it must be 1 to 64 lower-case letters, digits, dots,"
                    + " underscores, at signs and hyphens, and begin with a letter or a digit.");
        }
        return text;
    }

    static Optional<String> add(UserAdministration users, String name, ParseResult arguments) throws EngineException {
        return Optional.of(users.add(name, arguments.hasMatchedOption("--admin")));
    }

    static Optional<String> addPassword(UserAdministration users, String name, ParseResult arguments)
            throws EngineException {
        return Optional.of(users.addPassword(name));
    }

    static Optional<String> remove(UserAdministration users, String name, ParseResult arguments)
            throws EngineException {
        users.remove(name);
        return Optional.empty();
    }
}
