package dev.easel.host.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** IP addresses in text form. */
public final class Addresses {
    /** What one can listen on. */
    static final ValueType<String> TYPE = ValueTypes.text(
            "an address or a host name without a port, such as 127.0.0.1, ::1 or 0.0.0.0", Addresses::isAddressOrName);

    private Addresses() {}

    /** Takes the brackets off that an IPv6 address wears in URLs. */
    static String withoutBrackets(String bind) {
        return isBracketed(bind) ? bind.substring(1, bind.length() - 1) : bind;
    }

    /**
     * Tells whether an address is reachable from this machine alone.
     *
     * <p>Asks no name server: a name other than {@code localhost} may mean another machine tomorrow.
     */
    static boolean isLoopback(String bind) {
        return bind.equals("localhost")
                || literal(withoutBrackets(bind))
                        .filter(InetAddress::isLoopbackAddress)
                        .isPresent();
    }

    private static boolean isAddressOrName(String bind) {
        String bare = withoutBrackets(bind);
        boolean name = !isBracketed(bind) && bind.matches("(?=.*[A-Za-z])[A-Za-z0-9._-]{1,253}");
        return name || literal(bare).isPresent();
    }

    private static boolean isBracketed(String bind) {
        return bind.startsWith("[") && bind.endsWith("]");
    }

    /**
     * Reads an IP address without asking a name server about anything.
     *
     * @param text four decimal numbers with dots, or IPv6 without brackets, possibly with a scope
     * @return the address, IPv4 where it was IPv4-mapped IPv6; empty if the text is no address
     */
    public static Optional<InetAddress> literal(String text) {
        boolean looksLikeV4 = text.matches("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
        boolean looksLikeV6 = text.contains(":") && text.matches("[0-9A-Fa-f:.]+(%.+)?");
        if (!looksLikeV4 && !looksLikeV6) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
