package dev.easel.host.ocs;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FormatTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | JSON",
                "APPLICATION/JSON | JSON",
                "application/json, text/plain, */* | JSON",
                "application/json;q=0.9 | JSON",
                "application/json; charset=utf-8 ; q=0.9, application/xml;q=0.8 | JSON",
                "application/xml;q=0.5, application/json | JSON",
                "application/json, application/xml | JSON",
                "application/xml, application/json | XML",
                "application/json;q=0.5, */*;q=0.8 | XML",
                "application/json;q=0.5, application/xml | XML",
                "application/json;q=0 | XML",
                "application/json;q=nonsense | XML",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | XML",
                "*/* | XML",
                "application/* | XML",
                "application/*, application/xml;q=0.1, text/xml;q=0.1 | JSON",
                "text/xml | XML",
                "'' | XML",
                ",;/, | XML"
            })
    void acceptDecidesByWhatTheHeaderPrefers(String accept, Format format) {
        assertEquals(format, Format.choose(Optional.empty(), Optional.of(accept)));
    }

    @Test
    void theParameterGoesBeforeAccept() {
        Optional<String> json = Optional.of("application/json");
        assertEquals(Format.XML, Format.choose(Optional.of("xml"), json));
        assertEquals(Format.XML, Format.choose(Optional.of("JSON"), json));
        assertEquals(Format.JSON, Format.choose(Optional.of("json"), Optional.of("application/xml")));
        assertEquals(Format.XML, Format.choose(Optional.empty(), Optional.empty()));
    }
}
