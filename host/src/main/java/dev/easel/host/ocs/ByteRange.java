package dev.easel.host.ocs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a representation are wanted, after RFC 9110 section 14.
 *
 * @param first the offset of the first byte
 * @param length how many; 0 if none of the bytes that were asked for exists
 */
record ByteRange(long first, long length) {
    private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=\\s*(\\d*)-(\\d*)\\s*");
    private static final int LONGEST_NUMBER = 18;

    /**
     * Reads a {@code Range} header.
     *
     * @param header its value
     * @param size how many bytes the representation has, at least 1
     * @return the wanted range; empty if the whole is to be served: the header is ill-formed, or names several ranges,
     *     which a server may ignore
     */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher matcher = SINGLE.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String first = matcher.group(1);
        String last = matcher.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(suffix(number(last), size));
        }
        return last.isEmpty() ? Optional.of(from(number(first), size)) : between(number(first), number(last), size);
    }

    private static ByteRange suffix(long length, long size) {
        long available = Math.min(length, size);
        return new ByteRange(size - available, available);
    }

    private static ByteRange from(long first, long size) {
        return new ByteRange(first, Math.max(0, size - first));
    }

    private static Optional<ByteRange> between(long first, long last, long size) {
        if (last < first) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(first, Math.max(0, Math.min(last, size - 1) - first + 1)));
    }

    private static long number(String digits) {
        return digits.length() > LONGEST_NUMBER ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    boolean isSatisfiable() {
        return length > 0;
    }

    /** The value of {@code Content-Range} for a satisfiable range. */
    String contentRange(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
