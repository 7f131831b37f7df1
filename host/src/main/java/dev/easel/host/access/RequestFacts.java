package dev.easel.host.access;

import java.util.Optional;

/**
 * What a request says about its caller.
 *
 * @param authorization the {@code Authorization} header
 * @param guestCookie the value of the cookie {@value GuestSession#COOKIE}
 * @param clientAddress the client's IP address in text form
 * @param secure whether the request came over TLS
 * @param proxyUser who is logged in with the trusted proxy that passed the request on
 */
public record RequestFacts(
        Optional<String> authorization,
        Optional<String> guestCookie,
        String clientAddress,
        boolean secure,
        Optional<String> proxyUser) {

    /**
     * Returns the guest that the request comes from if its credentials are left aside.
     *
     * @return a guest, in a session if the cookie looks like one of ours
     */
    public Caller.Guest guest() {
        return new Caller.Guest(
                ClientAddress.key(clientAddress),
                guestCookie.flatMap(GuestSession::parse).map(GuestSession::hash));
    }
}
