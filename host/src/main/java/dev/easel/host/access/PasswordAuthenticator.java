package dev.easel.host.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Knows users by their app passwords; who gives none is a guest, where guests are served.
 *
 * <p>Guesses are bounded as misses are: an address that gave so many wrong credentials gets no more answers to such,
 * and neither do guesses at one password. Right credentials of others at the same address are not touched. Safe for use
 * by several threads.
 */
public final class PasswordAuthenticator implements Authenticator {
    private final KnownUsers users;
    private final boolean guestsAllowed;
    private final boolean limited;
    private final SlidingLog guesses;

    /**
     * Makes one.
     *
     * @param users who there is
     * @param guestsAllowed whether guests are served at all
     * @param limited false to bound no guesses
     * @param clock tells the time
     */
    public PasswordAuthenticator(KnownUsers users, boolean guestsAllowed, boolean limited, Clock clock) {
        this.users = users;
        this.guestsAllowed = guestsAllowed;
        this.limited = limited;
        guesses = new SlidingLog(AccessLimits.MISSES_WINDOW, clock);
    }

    @Override
    public Authentication authenticate(RequestFacts facts) {
        if (facts.authorization().isPresent()) {
            String address = ClientAddress.key(facts.clientAddress());
            return authenticate(Credentials.parse(facts.authorization().get()), address);
        }
        return guestsAllowed ? new Authentication.Known(facts.guest()) : new Authentication.NotLoggedIn();
    }

    /** Credentials that nobody was ever given are counted by their address, others also by their selector. */
    private Authentication authenticate(Optional<Credentials> given, String address) {
        Optional<Credentials> possible = given.filter(
                credentials -> users.isSelector(credentials.password().selector()));
        String guesser =
                possible.map(one -> address + " " + one.password().selector()).orElse(address);
        Optional<Duration> delay = limited ? guesses.delay(guesser, AccessLimits.MISSES) : Optional.empty();
        if (delay.isPresent()) {
            return new Authentication.TooManyGuesses(delay.get());
        }
        return possible.flatMap(this::user)
                .<Authentication>map(Authentication.Known::new)
                .orElseGet(() -> wrong(guesser));
    }

    private Optional<Caller.User> user(Credentials credentials) {
        return users.password(credentials.password().selector())
                .filter(credentials::match)
                .map(StoredPassword::user);
    }

    private Authentication wrong(String guesser) {
        if (limited) {
            guesses.tryAdd(guesser, AccessLimits.MISSES);
        }
        return new Authentication.WrongCredentials();
    }
}
