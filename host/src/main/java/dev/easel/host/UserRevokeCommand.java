package dev.easel.host;

import dev.easel.host.config.ConfigLoader;
import dev.easel.host.config.ConfigurationException;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code easel user revoke}: ends one app password of a user, or all. */
final class UserRevokeCommand implements Command {
    private final ConfigLoader loader;
    private final HostAccess<UserAdministration> access;

    UserRevokeCommand(ConfigLoader loader, HostAccess<UserAdministration> access) {
        this.loader = loader;
        this.access = access;
    }

    @Override
    public int run(ParseResult arguments) throws ConfigurationException, EngineException {
        String name = UserCommand.name(arguments);
        Optional<String> selector = Optional.ofNullable(arguments.matchedPositionalValue(1, null));
        if (selector.isPresent() == arguments.hasMatchedOption("--all")) {
            throw new UsageException(
                    "Give either the SELECTOR of one app password, as easel user list shows it, or" + " --all.");
        }
        try (UserAdministration users = access.open(Options.config(arguments, loader))) {
            users.revoke(name, selector);
        }
        return 0;
    }
}
