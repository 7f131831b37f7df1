package dev.easel.host.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Knows a few users by password; everyone without credentials is a guest, if guests are allowed. */
public final class TestAuthenticator implements Authenticator {
    private static final Map<String, Caller> USERS = Map.of(
            basic("alice", "secret"), new Caller.User("alice", 0, false),
            basic("bob", "secret"), new Caller.User("bob", 0, false));

    private final boolean guestsAllowed;

    public TestAuthenticator(boolean guestsAllowed) {
        this.guestsAllowed = guestsAllowed;
    }

    public static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** Finds a user by name, as a store of users would. */
    public static Optional<Caller.User> user(String name) {
        return Optional.of(new Caller.User(name, 0, false)).filter(USERS::containsValue);
    }

    @Override
    public Authentication authenticate(RequestFacts facts) {
        if (facts.authorization().isEmpty()) {
            return guestsAllowed ? new Authentication.Known(facts.guest()) : new Authentication.NotLoggedIn();
        }
        return Optional.ofNullable(USERS.get(facts.authorization().get()))
                .<Authentication>map(Authentication.Known::new)
                .orElseGet(Authentication.WrongCredentials::new);
    }
}
