package dev.easel.host.config;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The types of what is configured about hosts, proxies and web pages. */
final class HttpTypes {
    private static final String LABELS =
            "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*";

    static final ValueType<List<String>> HOSTS = ValueTypes.strings()
            .as("a list of host names or addresses without ports, such as easel.example.org or *.example.org")
            .map(texts -> all(texts, HttpTypes::host));

    static final ValueType<List<AddressBlock>> BLOCKS = ValueTypes.strings()
            .as(
                    "a list of IP addresses or CIDR blocks, such as 127.0.0.1, 10.0.0.0/8 or fd00::/8, but not all addresses")
            .map(texts -> all(texts, AddressBlock::parse));

    /** RFC 9110, section 5.1. */
    static final ValueType<String> HEADER = ValueTypes.text(
            "the name of a header, such as X-Remote-User", name -> name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}"));

    static final ValueType<List<String>> ORIGINS = ValueTypes.strings()
            .as("a list of origins without paths, such as https://app.example.org, or *")
            .map(texts -> all(texts, HttpTypes::origin));

    private HttpTypes() {}

    private static <T> Optional<List<T>> all(List<String> texts, Function<String, Optional<T>> reader) {
        List<T> read = texts.stream().map(reader).flatMap(Optional::stream).toList();
        return read.size() == texts.size() ? Optional.of(read) : Optional.empty();
    }

    private static Optional<String> host(String text) {
        String name = text.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        boolean allowed = name.matches("(\\*\\.)?" + LABELS)
                || Addresses.literal(Addresses.withoutBrackets(name)).isPresent();
        return Optional.of(name).filter(known -> allowed);
    }

    /** Browsers leave out the port where it is the scheme's own (RFC 6454, section 6.2). */
    private static Optional<String> origin(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.equals("*")) {
            return Optional.of(lower);
        }
        if (!lower.matches("[a-z][a-z0-9+.-]*://([a-z0-9._-]+|\\[[0-9a-f:.]+])(:[0-9]{1,5})?")) {
            return Optional.empty();
        }
        return Optional.of(URI.create(lower))
                .map(uri -> isOwnPort(uri) ? lower.substring(0, lower.lastIndexOf(':')) : lower);
    }

    private static boolean isOwnPort(URI uri) {
        return ("https".equals(uri.getScheme()) && uri.getPort() == 443)
                || ("http".equals(uri.getScheme()) && uri.getPort() == 80);
    }
}
