package dev.easel.host.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Which client addresses are counted as one. */
public final class ClientAddress {
    private static final int IPV6_NETWORK_BYTES = 7;

    /** Nothing but this is handed to the JDK, which would ask a name server about anything else. */
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private ClientAddress() {}

    /**
     * Returns the key under which an address is counted.
     *
     * @param address an IPv4 or IPv6 address in text form, possibly in brackets and with a scope
     * @return the address itself for IPv4 and IPv4-mapped IPv6, the /56 network for other IPv6; what is no address is
     *     its own key, cut to 60 characters
     */
    public static String key(String address) {
        String literal = withoutBracketsAndScope(address);
        if (!LITERAL.matcher(literal).matches()) {
            return address.substring(0, Math.min(address.length(), 60));
        }
        try {
            return key(InetAddress.getByName(literal));
        } catch (UnknownHostException e) {
            return literal.substring(0, Math.min(literal.length(), 60));
        }
    }

    private static String withoutBracketsAndScope(String address) {
        String literal =
                address.startsWith("[") && address.endsWith("]") ? address.substring(1, address.length() - 1) : address;
        int scope = literal.indexOf('%');
        return scope < 0 ? literal : literal.substring(0, scope);
    }

    /** The JDK has already turned IPv4-mapped addresses into IPv4. */
    private static String key(InetAddress address) throws UnknownHostException {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        byte[] network = address.getAddress();
        Arrays.fill(network, IPV6_NETWORK_BYTES, network.length, (byte) 0);
        return InetAddress.getByAddress(network).getHostAddress() + "/56";
    }
}
