package dev.easel.host.access;

import dev.easel.host.config.Addresses;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts for which requests are answered, so that no web page reaches this one under a name of its own (DNS
 * rebinding): names of the loopback, the address that a request came in by, and what is configured. Immutable.
 *
 * <p>A server that listens on all addresses answers for any address literal too: rebinding takes a name.
 */
public final class TrustedHosts {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]+]|[^:\\[\\]]+)(?::[0-9]{0,5})?");

    private final String bind;
    private final List<String> trusted;

    /**
     * Makes them.
     *
     * @param bind the address or name that the server listens on, without brackets
     * @param trusted further hosts, in lower case; those that begin with {@code *.} stand for all names below
     */
    public TrustedHosts(String bind, List<String> trusted) {
        this.bind = bind.toLowerCase(Locale.ROOT);
        this.trusted = List.copyOf(trusted);
    }

    /**
     * Tells whether requests for a host are answered.
     *
     * @param host a name or an address, possibly with a port, in any case, possibly with a final dot
     * @param local the address on this machine that the request came in by
     * @return whether they are
     */
    public boolean trusts(String host, InetAddress local) {
        Matcher matcher = HOST_AND_PORT.matcher(host.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return false;
        }
        String bare = matcher.group(1).replaceAll("^\\[|]$", "");
        return Addresses.literal(bare)
                .map(address -> trustsAddress(address, local))
                .orElseGet(() -> trustsName(bare.replaceFirst("\\.$", "")));
    }

    private boolean trustsAddress(InetAddress address, InetAddress local) {
        return address.isLoopbackAddress() || address.equals(local) || isAnyBound() || isListed(address);
    }

    private boolean isAnyBound() {
        return Addresses.literal(bind).filter(InetAddress::isAnyLocalAddress).isPresent();
    }

    private boolean isListed(InetAddress address) {
        return trusted.stream()
                .map(each -> each.replaceAll("^\\[|]$", ""))
                .map(Addresses::literal)
                .anyMatch(Optional.of(address)::equals);
    }

    private boolean trustsName(String name) {
        return name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals(bind)
                || trusted.stream().anyMatch(each -> matches(each, name));
    }

    private static boolean matches(String pattern, String name) {
        return pattern.startsWith("*.")
                ? name.endsWith(pattern.substring(1)) && name.length() >= pattern.length()
                : name.equals(pattern);
    }
}
