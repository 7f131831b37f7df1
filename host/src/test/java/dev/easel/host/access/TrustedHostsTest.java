package dev.easel.host.access;

import dev.easel.host.config.Addresses;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TrustedHostsTest {
    private static final List<String> TRUSTED = List.of("easel.example.org", "*.example.com", "[2001:db8::7]");

    @ParameterizedTest
    @CsvSource({
        "192.168.1.4, 192.168.1.4, true",
        "192.168.1.4, 192.168.1.4:8080, true",
        "192.168.1.4, 192.168.1.5, false",
        "192.168.1.4, localhost, true",
        "192.168.1.4, printer.lan, false",
        "0.0.0.0, 192.168.1.5, true",
        "0.0.0.0, 203.0.113.1, true",
        "0.0.0.0, [2001:db8::1], true",
        "0.0.0.0, printer.lan, false",
        "::, 192.168.1.5, true",
        "2001:db8::5, [2001:DB8:0:0::5]:80, true",
        "Painter.lan, painter.LAN, true",
        "painter.lan, painter.lan.:8080, true",
        "painter.lan, sub.painter.lan, false",
        "127.0.0.1, easel.example.org, true",
        "127.0.0.1, sub.easel.example.org, false",
        "127.0.0.1, a.b.EXAMPLE.com, true",
        "127.0.0.1, .example.com, false",
        "127.0.0.1, example.com, false",
        "127.0.0.1, [2001:db8::7], true",
        "127.0.0.1, '', false",
        "127.0.0.1, ':80', false",
        "127.0.0.1, 'localhost:123456', false",
        "127.0.0.1, '[localhost', false",
        "127.0.0.1, 'localhost..', false",
        "127.0.0.1, 'localhost, easel.example.org', false"
    })
    void theBoundAddressTheLoopbackAndWhatIsConfiguredAreTrusted(String bind, String host, boolean trusted) {
        InetAddress local = Addresses.literal(bind)
                .filter(address -> !address.isAnyLocalAddress())
                .orElse(InetAddress.getLoopbackAddress());
        assertEquals(trusted, new TrustedHosts(bind, TRUSTED).trusts(host, local), host);
    }
}
