package dev.easel.host.access.proxy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What trusted proxies say about a request.
 *
 * @param client where it comes from; the address of the last proxy that is known where they don't say more
 * @param secure whether it came to them over TLS
 * @param hosts for which hosts it was, as the client wrote them; empty if they don't say
 * @param user who is logged in with the proxy; empty if it doesn't say
 */
public record ForwardedRequest(InetAddress client, boolean secure, List<String> hosts, Optional<String> user) {

    /** The name of a request's attribute that holds what was read of it. */
    public static final String ATTRIBUTE = ForwardedRequest.class.getName();
}
