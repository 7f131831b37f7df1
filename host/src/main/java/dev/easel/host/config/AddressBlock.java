package dev.easel.host.config;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * IP addresses with a common beginning, as in RFC 4632; immutable.
 *
 * @param first an address of the block
 * @param bits how many leading bits they have in common, 1 to 32 for IPv4 and 1 to 128 for IPv6
 */
public record AddressBlock(InetAddress first, int bits) {
    private static final Pattern TEXT = Pattern.compile("([^/\\[\\]%]+)(?:/([1-9][0-9]{0,2}))?");

    /** How many bits IPv6 has before the IPv4 address that is mapped into it. */
    private static final int MAPPED = 96;

    /**
     * Reads an address, which is a block of its own, or a block in CIDR notation.
     *
     * @param text as in {@code 10.0.0.0/8}, {@code 2001:db8::/32} or {@code ::1}
     * @return the block; empty if the text is none, or means all addresses
     */
    public static Optional<AddressBlock> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Addresses.literal(matcher.group(1)).flatMap(first -> of(first, matcher))
                : Optional.empty();
    }

    /** The JDK has turned IPv4-mapped addresses into IPv4. */
    private static Optional<AddressBlock> of(InetAddress first, Matcher text) {
        int width = first.getAddress().length * Byte.SIZE;
        if (text.group(2) == null) {
            return Optional.of(new AddressBlock(first, width));
        }
        boolean mapped = width < MAPPED && text.group(1).contains(":");
        int bits = Integer.parseInt(text.group(2)) - (mapped ? MAPPED : 0);
        return bits >= 1 && bits <= width ? Optional.of(new AddressBlock(first, bits)) : Optional.empty();
    }

    /**
     * Tells whether an address lies in this block.
     *
     * @param address an IPv4 or IPv6 address
     * @return false for addresses of the other version
     */
    public boolean contains(InetAddress address) {
        byte[] own = first.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((own[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
