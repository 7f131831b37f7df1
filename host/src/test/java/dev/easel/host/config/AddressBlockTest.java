package dev.easel.host.config;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AddressBlockTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.3/8, 10.9.9.9, true",
        "192.0.2.128/25, 192.0.2.128, true",
        "192.0.2.128/25, 192.0.2.127, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.0, false",
        "192.0.2.1/32, ::ffff:192.0.2.1, true",
        "2001:db8::/33, 2001:db8:7fff::, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "::1, ::1, true",
        "::1, 0.0.0.1, false",
        "0.0.0.0/1, ::, false",
        "::ffff:10.0.0.0/104, 10.1.1.1, true",
        "::ffff:10.0.0.0/104, 11.1.1.1, false"
    })
    void holdsTheAddressesThatBeginAlike(String block, String address, boolean held) {
        assertEquals(
                held,
                AddressBlock.parse(block)
                        .orElseThrow()
                        .contains(Addresses.literal(address).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy",
                "10.0.0.0/",
                "10.0.0.0/0",
                "10.0.0.0/33",
                "::/0",
                "::1/129",
                "10.0.0/8",
                "10.0.0.0/8/8",
                "[::1]",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0/08",
                "::ffff:10.0.0.0/96",
                "fe80::1%lo",
                "10.0.0.0 /8"
            })
    void whatIsNoBlockOrAllAddressesIsNotRead(String text) {
        assertTrue(AddressBlock.parse(text).isEmpty());
    }
}
