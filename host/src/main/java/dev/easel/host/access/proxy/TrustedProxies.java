package dev.easel.host.access.proxy;

import dev.easel.host.config.EaselConfig;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The reverse proxies whose word counts. What others say about where they come from and who they are is not even read.
 *
 * <p>Both {@code Forwarded} and {@code X-Forwarded-For} are understood. A proxy writes one of them, and passes on the
 * other as the client wrote it; so where both are there and name different clients, neither is believed. Immutable.
 */
public final class TrustedProxies {
    private final EaselConfig.Proxies proxies;

    /**
     * Makes them.
     *
     * @param proxies which they are
     */
    public TrustedProxies(EaselConfig.Proxies proxies) {
        this.proxies = proxies;
    }

    /**
     * Reads what a proxy says about a request.
     *
     * @param peer who sent the request
     * @param headers finds all lines of a request's header by its name; empty if there are none
     * @return empty if the peer is no trusted proxy, or says nothing
     */
    public Optional<ForwardedRequest> read(InetAddress peer, Function<String, List<String>> headers) {
        if (!isTrusted(peer)) {
            return Optional.empty();
        }
        List<Trail.End> ends = Stream.of(Trail.ofForwarded(headers), Trail.ofXForwarded(headers))
                .flatMap(trail -> trail.follow(peer, this::isTrusted).stream())
                .toList();
        Optional<String> user = proxies.userHeader().flatMap(name -> user(headers.apply(name)));
        return ends.isEmpty() && user.isEmpty() ? Optional.empty() : Optional.of(forwarded(peer, ends, user));
    }

    private boolean isTrusted(InetAddress address) {
        return proxies.addresses().stream().anyMatch(block -> block.contains(address));
    }

    private static ForwardedRequest forwarded(InetAddress peer, List<Trail.End> ends, Optional<String> user) {
        List<InetAddress> clients =
                ends.stream().map(Trail.End::client).distinct().toList();
        List<String> schemes = ends.stream()
                .flatMap(end -> end.entry().scheme().stream())
                .distinct()
                .toList();
        return new ForwardedRequest(
                clients.size() == 1 ? clients.get(0) : peer,
                schemes.size() == 1 && schemes.get(0).equalsIgnoreCase("https"),
                ends.stream().flatMap(end -> end.entry().host().stream()).toList(),
                user);
    }

    /** Several names together are nobody's, as a name holds no comma. */
    private static Optional<String> user(List<String> lines) {
        return Optional.of(String.join(",", lines).strip()).filter(name -> !name.isEmpty());
    }
}
