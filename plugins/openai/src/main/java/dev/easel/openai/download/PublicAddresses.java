package dev.easel.openai.download;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from all others.
 *
 * <p>After the <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4</a> and <a
 * href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6</a> registries of special-purpose addresses.
 */
final class PublicAddresses {
    private static final List<AddressBlock> NOT_PUBLIC_4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** All global unicast addresses that have been given out. */
    private static final AddressBlock GLOBAL_6 = AddressBlock.parse("2000::/3");

    /** Among them, tunnels that hold an IPv4 address, documentation and protocols. */
    private static final List<AddressBlock> NOT_PUBLIC_6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Where an IPv4 address stands for itself in networks without IPv4 (RFC 6052). */
    private static final AddressBlock TRANSLATED = AddressBlock.parse("64:ff9b::/96");

    private PublicAddresses() {}

    /** Tells whether an address belongs to the public internet. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return noneHolds(NOT_PUBLIC_4, bytes);
        }
        if (TRANSLATED.holds(bytes)) {
            return isPublic(lastFour(bytes));
        }
        return GLOBAL_6.holds(bytes) && noneHolds(NOT_PUBLIC_6, bytes);
    }

    private static InetAddress lastFour(byte[] bytes) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length));
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }

    private static boolean noneHolds(List<AddressBlock> blocks, byte[] address) {
        return blocks.stream().noneMatch(block -> block.holds(address));
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Arrays.stream(texts).map(AddressBlock::parse).toList();
    }
}
