package dev.easel.host.access;

/** The outcome of looking at a request's credentials. */
public sealed interface Authentication {

    /**
     * The caller is known.
     *
     * @param caller a user, or a guest where guests are served
     */
    record Known(Caller caller) implements Authentication {}

    /** Credentials were given and are wrong: refused everywhere, on unknown routes too. */
    record WrongCredentials() implements Authentication {}

    /** No credentials were given and guests are not served: refused on every route that exists. */
    record NotLoggedIn() implements Authentication {}
}
