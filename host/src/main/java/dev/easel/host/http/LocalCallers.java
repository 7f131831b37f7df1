package dev.easel.host.http;

import dev.easel.host.access.proxy.ForwardedRequest;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** Tells who is on this machine, and so may see how the host is in detail. */
final class LocalCallers {

    private LocalCallers() {}

    /** Requests that a proxy on this machine passed on come from elsewhere, whatever their address. */
    static boolean isLocal(Context context) {
        return isLoopback(context.ip())
                && context.attribute(ForwardedRequest.ATTRIBUTE) == null
                && Stream.of(
                                "Forwarded",
                                "X-Forwarded-For",
                                "X-Forwarded-Host",
                                "X-Forwarded-Proto",
                                "X-Real-IP",
                                "Via")
                        .allMatch(name -> context.header(name) == null);
    }

    /** The client's address is a literal, so that no name server is asked. */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
