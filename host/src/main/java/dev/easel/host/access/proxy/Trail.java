package dev.easel.host.access.proxy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The way that a request took through proxies, as they tell it.
 *
 * @param hops the last is that of the nearest proxy
 */
record Trail(List<Hop> hops) {

    /**
     * Where a request entered what is trusted.
     *
     * @param client the first address that is no trusted proxy's
     * @param entry what the proxy says that it entered by
     */
    record End(InetAddress client, Hop entry) {}

    /** Reads the header {@code Forwarded}, each line by itself, so that none spoils another. */
    static Trail ofForwarded(Function<String, List<String>> headers) {
        return new Trail(headers.apply("Forwarded").stream()
                .map(ForwardedHeader::parse)
                .flatMap(List::stream)
                .toList());
    }

    /** Reads the headers that were usual before it; schemes and hosts are counted from the nearest proxy too. */
    static Trail ofXForwarded(Function<String, List<String>> headers) {
        List<String> addresses = items(headers.apply("X-Forwarded-For"));
        List<String> schemes = items(headers.apply("X-Forwarded-Proto"));
        List<String> hosts = items(headers.apply("X-Forwarded-Host"));
        boolean none = addresses.isEmpty() && schemes.isEmpty() && hosts.isEmpty();
        List<Hop> hops = new ArrayList<>();
        for (int distance = none ? -1 : Math.max(addresses.size() - 1, 0); distance >= 0; distance--) {
            hops.add(new Hop(
                    exactly(addresses, distance).flatMap(Hop::address),
                    atMost(schemes, distance),
                    atMost(hosts, distance)));
        }
        return new Trail(hops);
    }

    private static List<String> items(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static Optional<String> exactly(List<String> items, int distance) {
        return distance < items.size() ? Optional.of(items.get(items.size() - 1 - distance)) : Optional.empty();
    }

    /** Proxies behind the first often leave it at what that one said. */
    private static Optional<String> atMost(List<String> items, int distance) {
        return items.isEmpty() ? Optional.empty() : exactly(items, Math.min(distance, items.size() - 1));
    }

    /** Goes back along the trail for as long as trusted proxies tell it; empty if they tell nothing. */
    Optional<End> follow(InetAddress peer, Predicate<InetAddress> trusted) {
        InetAddress client = peer;
        Optional<End> end = Optional.empty();
        for (int i = hops.size() - 1; i >= 0 && trusted.test(client); i--) {
            Hop hop = hops.get(i);
            client = hop.address().orElse(client);
            end = Optional.of(new End(client, hop));
            if (hop.address().isEmpty()) {
                return end;
            }
        }
        return end;
    }
}
