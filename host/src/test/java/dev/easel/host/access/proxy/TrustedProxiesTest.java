package dev.easel.host.access.proxy;

import dev.easel.host.config.AddressBlock;
import dev.easel.host.config.Addresses;
import dev.easel.host.config.EaselConfig;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The proxies are 10.0.0.0/8 and fd00::/8; the peer is 10.0.0.1. */
class TrustedProxiesTest {
    private static final String PEER = "10.0.0.1";

    private final TrustedProxies proxies = new TrustedProxies(new EaselConfig.Proxies(
            Stream.of("10.0.0.0/8", "fd00::/8")
                    .flatMap(block -> AddressBlock.parse(block).stream())
                    .toList(),
            Optional.of("X-Remote-User")));

    private static InetAddress address(String text) {
        return Addresses.literal(text).orElseThrow();
    }

    private Optional<ForwardedRequest> read(String peer, String... lines) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            headers.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(parts[1]);
        }
        return proxies.read(address(peer), name -> headers.getOrDefault(name, List.of()));
    }

    private ForwardedRequest read(String line) {
        return read(PEER, line).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.1 | 192.0.2.1",
                "192.0.2.1:4711 | 192.0.2.1",
                "203.0.113.9, 192.0.2.1 | 192.0.2.1",
                "192.0.2.1, 10.0.0.2 | 192.0.2.1",
                "203.0.113.9, 192.0.2.1, 10.0.0.2, 10.0.0.3 | 192.0.2.1",
                "192.0.2.1, fd00::2 | 192.0.2.1",
                "10.9.9.9, 10.0.0.2 | 10.9.9.9",
                "2001:db8::1 | 2001:db8::1",
                "[2001:db8::1]:80 | 2001:db8::1",
                "[2001:db8::1] | 2001:db8::1",
                "::ffff:192.0.2.1 | 192.0.2.1",
                "192.0.2.1, unknown | 10.0.0.1",
                "192.0.2.1, unknown, 10.0.0.2 | 10.0.0.2",
                "192.0.2.1, evil.example | 10.0.0.1",
                "192.0.2.256 | 10.0.0.1",
                "192.0.2.1,, 10.0.0.2, | 192.0.2.1",
            })
    void theClientIsTheFirstFromTheRightThatIsNoProxy(String header, String client) {
        assertEquals(address(client), read("X-Forwarded-For: " + header).client());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=192.0.2.1 | 192.0.2.1",
                "For=\"192.0.2.1:80\" | 192.0.2.1",
                "for=\"[2001:db8::1]\" | 2001:db8::1",
                "for=\"[2001:db8::1]:_http\" | 2001:db8::1",
                "for=[2001:db8::1] | 2001:db8::1",
                "for=203.0.113.9;by=1, for=192.0.2.1;proto=https;by=10.0.0.2 | 192.0.2.1",
                "for=192.0.2.1, for=10.0.0.2 | 192.0.2.1",
                "for=192.0.2.1 ;  proto=http , for=\"10.0.0.2\" | 192.0.2.1",
                "for=_hidden | 10.0.0.1",
                "for=192.0.2.1, for=_x, for=10.0.0.2 | 10.0.0.2",
                "for=192.0.2.1, for=unknown | 10.0.0.1",
                "for=192.0.2.1, proto=http | 10.0.0.1",
                "for=\"\\1\\9\\2.0.2.1\" | 192.0.2.1",
                "for=\"a, for=192.0.2.9\", for=192.0.2.1 | 192.0.2.1",
                ", ;; for=192.0.2.1;, | 192.0.2.1",
            })
    void theClientIsFoundInForwardedAsWell(String header, String client) {
        assertEquals(address(client), read("Forwarded: " + header).client());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=\"192.0.2.1",
                "for=\"192.0.2.1\\",
                "for=192.0.2.1, for=\"x",
                "for",
                "for=",
                "=192.0.2.1",
                "for=192.0.2.1;for=192.0.2.2",
                "for = 192.0.2.1",
                "for=192.0.2.1 proto=https",
                "for=192.0.2.1/8",
            })
    void aMalformedLineSaysNothing(String line) {
        ForwardedRequest read = read("Forwarded: " + line);
        assertEquals(address(PEER), read.client());
        assertFalse(read.secure());
    }

    @Test
    void aMalformedLineDoesNotSpoilTheNext() {
        assertEquals(
                address("192.0.2.1"),
                read(PEER, "Forwarded: for=\"192.0.2.9", "Forwarded: for=192.0.2.1, for=10.0.0.2")
                        .orElseThrow()
                        .client());
    }

    @Test
    void severalLinesAreOneList() {
        assertEquals(
                address("192.0.2.1"),
                read(PEER, "X-Forwarded-For: 203.0.113.9, 192.0.2.1", "X-Forwarded-For: 10.0.0.2")
                        .orElseThrow()
                        .client());
    }

    @Test
    void veryLongHeadersAreRead() {
        String quoted = "for=\"" + "\\a".repeat(50_000) + "\"";
        assertEquals(address(PEER), read("Forwarded: " + quoted).client());
        String many = "192.0.2.9, ".repeat(20_000) + "192.0.2.1";
        assertEquals(address("192.0.2.1"), read("X-Forwarded-For: " + many).client());
    }

    @Test
    void headersThatContradictEachOtherAreNotBelieved() {
        ForwardedRequest read = read(
                        PEER,
                        "Forwarded: for=192.0.2.9;proto=https",
                        "X-Forwarded-For: 192.0.2.1",
                        "X-Forwarded-Proto: http")
                .orElseThrow();
        assertEquals(address(PEER), read.client());
        assertFalse(read.secure());
        assertEquals(
                address("192.0.2.1"),
                read(PEER, "Forwarded: for=192.0.2.1", "X-Forwarded-For: 192.0.2.1")
                        .orElseThrow()
                        .client());
    }

    @Test
    void othersAreNotEvenRead() {
        assertTrue(read("192.0.2.1", "X-Forwarded-For: 192.0.2.9", "X-Remote-User: alice")
                .isEmpty());
        assertTrue(read("::ffff:192.0.2.1", "Forwarded: for=10.0.0.1").isEmpty());
        assertTrue(read("::ffff:10.0.0.7", "Forwarded: for=192.0.2.1").isPresent());
    }

    @Test
    void aProxyThatSaysNothingIsTakenForACaller() {
        assertTrue(read(PEER, "X-Remote-User:  ").isEmpty());
    }

    @Test
    void theSchemeAndTheHostAreThoseOfTheProxyThatTheClientMet() {
        ForwardedRequest forwarded =
                read("Forwarded: for=203.0.113.9;proto=ftp;host=evil, for=192.0.2.1;proto=https;host=\"a.example:443\","
                        + " for=10.0.0.2;proto=http;host=b");
        assertTrue(forwarded.secure());
        assertEquals(List.of("a.example:443"), forwarded.hosts());
        ForwardedRequest old = read(
                        PEER,
                        "X-Forwarded-For: 203.0.113.9, 192.0.2.1, 10.0.0.2",
                        "X-Forwarded-Proto: ftp, HTTPS, http",
                        "X-Forwarded-Host: evil, a.example, b")
                .orElseThrow();
        assertTrue(old.secure());
        assertEquals(List.of("a.example"), old.hosts());
    }

    @Test
    void aSingleSchemeIsTheFirstProxysAndWhatAClientPutBeforeItIsNot() {
        assertTrue(read(PEER, "X-Forwarded-For: 192.0.2.1, 10.0.0.2", "X-Forwarded-Proto: https")
                .orElseThrow()
                .secure());
        assertFalse(read(PEER, "X-Forwarded-For: 192.0.2.1", "X-Forwarded-Proto: https, http")
                .orElseThrow()
                .secure());
    }

    @Test
    void theUserIsTheOneThatTheProxyNames() {
        assertEquals(Optional.of("alice"), read("X-Remote-User: alice").user());
        assertEquals(
                Optional.of("alice,bob"),
                read(PEER, "X-Remote-User: alice", "X-Remote-User: bob")
                        .orElseThrow()
                        .user());
    }
}
