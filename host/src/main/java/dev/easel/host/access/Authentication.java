package dev.easel.host.access;

import java.time.Duration;

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

    /**
     * Credentials were given, and too many wrong ones before: they are not looked at.
     *
     * @param delay how long the caller has to wait, positive
     */
    record TooManyGuesses(Duration delay) implements Authentication {}

    /** No credentials were given and guests are not served: refused on every route that exists. */
    record NotLoggedIn() implements Authentication {}
}
