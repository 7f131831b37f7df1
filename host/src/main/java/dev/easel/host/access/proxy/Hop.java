package dev.easel.host.access.proxy;

import dev.easel.host.config.Addresses;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one proxy says about the side that its request came from.
 *
 * @param address the address there; empty if it is hidden, unknown or unreadable
 * @param scheme how the request came, {@code http} or {@code https}; empty if it doesn't say
 * @param host for which host the request was; empty if it doesn't say
 */
record Hop(Optional<InetAddress> address, Optional<String> scheme, Optional<String> host) {

    /** A proxy that says nothing that could be understood. */
    static final Hop SILENT = new Hop(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String PORT = "(?::(?:[0-9]{1,5}|_[A-Za-z0-9._-]+))?";
    private static final Pattern NODE = Pattern.compile("\\[([^\\]]+)]" + PORT + "|([0-9.]+)" + PORT + "|([^\\[\\]]+)");

    /**
     * Reads a node of RFC 7239, section 6, or an entry of {@code X-Forwarded-For}, which may be IPv6 without brackets.
     */
    static Optional<InetAddress> address(String node) {
        Matcher matcher = NODE.matcher(node);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group(1))
                .or(() -> Optional.ofNullable(matcher.group(2)))
                .or(() -> Optional.ofNullable(matcher.group(3)))
                .flatMap(Addresses::literal);
    }
}
