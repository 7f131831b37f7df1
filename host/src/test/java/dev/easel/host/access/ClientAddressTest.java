package dev.easel.host.access;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "[::ffff:c000:201], 192.0.2.1",
        "2001:db8:1:2345::1, 2001:db8:1:2300:0:0:0:0/56",
        "[2001:db8:1:23ff:ffff::], 2001:db8:1:2300:0:0:0:0/56",
        "2001:db8:1:2400::1, 2001:db8:1:2400:0:0:0:0/56",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/56",
        "localhost, localhost",
        "999.1.2.3, 999.1.2.3"
    })
    void addressesOfOneNetworkHaveOneKey(String address, String key) {
        assertEquals(key, ClientAddress.key(address));
    }

    @Test
    void whatIsNoAddressCantFillTheMemory() {
        assertTrue(ClientAddress.key("x".repeat(10_000)).length() <= 60);
        assertTrue(ClientAddress.key(":".repeat(10_000)).length() <= 60);
    }
}
