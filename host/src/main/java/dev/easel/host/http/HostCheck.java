package dev.easel.host.http;

import dev.easel.host.access.TrustedHosts;
import dev.easel.host.access.UntrustedHostException;
import dev.easel.host.access.proxy.ForwardedRequest;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** Refuses requests for hosts that this one is not known by. */
final class HostCheck {
    private final TrustedHosts hosts;

    HostCheck(TrustedHosts hosts) {
        this.hosts = hosts;
    }

    /** Checks what the request names and what a proxy says that it named: a page can't set the one, but the other. */
    void check(Context context) {
        Request request = ServletContextRequest.getServletContextRequest(context.req());
        InetAddress local = ((InetSocketAddress) request.getConnectionMetaData().getLocalSocketAddress()).getAddress();
        for (String host : named(request)) {
            if (!hosts.trusts(host, local)) {
                throw new UntrustedHostException(host);
            }
        }
    }

    /**
     * The header, without which Jetty would take the address that the request came in by; the target; and the proxy's.
     */
    private static List<String> named(Request request) {
        List<String> named = new ArrayList<>();
        named.add(Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse(""));
        Optional.ofNullable(request.getHttpURI().getHost()).ifPresent(named::add);
        if (request.getAttribute(ForwardedRequest.ATTRIBUTE) instanceof ForwardedRequest forwarded) {
            named.addAll(forwarded.hosts());
        }
        return named;
    }
}
