package dev.easel.host.access;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes trusted proxies about who is logged in, and asks another authenticator where they name nobody.
 *
 * <p>A user whom a proxy names goes before the credentials of the request, which may be the proxy's own to check.
 * Proxies don't make users: one who doesn't exist here is refused.
 */
public final class ProxyAuthenticator implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(ProxyAuthenticator.class);

    private static final int MAX_LOGGED = 64;

    private final Authenticator other;
    private final UserLookup users;

    /**
     * Makes one.
     *
     * @param other asked about requests for which no proxy names a user
     * @param users who exists
     */
    public ProxyAuthenticator(Authenticator other, UserLookup users) {
        this.other = other;
        this.users = users;
    }

    @Override
    public Authentication authenticate(RequestFacts facts) {
        return facts.proxyUser().isPresent() ? named(facts.proxyUser().get()) : other.authenticate(facts);
    }

    private Authentication named(String name) {
        Optional<Caller.User> user = users.find(name);
        if (user.isEmpty()) {
            LOG.warn(
                    "A proxy names the user {}, who doesn't exist; an administrator may add one",
                    name.substring(0, Math.min(name.length(), MAX_LOGGED)));
            return new Authentication.WrongCredentials();
        }
        return new Authentication.Known(user.get());
    }
}
