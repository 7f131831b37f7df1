package dev.easel.host.access;

/** Takes everyone for a guest, whatever credentials are given; immutable. */
public final class GuestAuthenticator implements Authenticator {
    private final boolean guestsAllowed;

    /**
     * Makes one.
     *
     * @param guestsAllowed whether guests are served at all
     */
    public GuestAuthenticator(boolean guestsAllowed) {
        this.guestsAllowed = guestsAllowed;
    }

    @Override
    public Authentication authenticate(RequestFacts facts) {
        return guestsAllowed ? new Authentication.Known(facts.guest()) : new Authentication.NotLoggedIn();
    }
}
