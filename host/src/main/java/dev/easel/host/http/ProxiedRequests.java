package dev.easel.host.http;

import dev.easel.host.access.proxy.ForwardedRequest;
import dev.easel.host.access.proxy.TrustedProxies;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Lets requests that a trusted proxy passed on look as if they had come straight from its client. */
final class ProxiedRequests implements HttpConfiguration.Customizer {
    private final TrustedProxies proxies;

    ProxiedRequests(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
        return peer instanceof InetSocketAddress address
                ? proxies.read(
                                address.getAddress(),
                                name -> request.getHeaders().getValuesList(name))
                        .<Request>map(forwarded -> new Proxied(request, forwarded))
                        .orElse(request)
                : request;
    }

    /** A request as the proxy's client made it. */
    private static final class Proxied extends Request.Wrapper {
        private final ForwardedRequest forwarded;

        Proxied(Request request, ForwardedRequest forwarded) {
            super(request);
            this.forwarded = forwarded;
            request.setAttribute(ForwardedRequest.ATTRIBUTE, forwarded);
        }

        @Override
        public boolean isSecure() {
            return forwarded.secure();
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return new ConnectionMetaData.Wrapper(super.getConnectionMetaData()) {
                @Override
                public SocketAddress getRemoteSocketAddress() {
                    return new InetSocketAddress(forwarded.client(), 0);
                }

                @Override
                public boolean isSecure() {
                    return forwarded.secure();
                }
            };
        }
    }
}
