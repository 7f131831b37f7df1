package dev.easel.host.ocs;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LanguagesTest {

    private static String chosen(Optional<String> forced, Optional<String> accepted) {
        return Languages.choose(forced, accepted).toLanguageTag();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-AT | de",
                "DE-at | de",
                "de-CH-1996 | de",
                "pt-BR | pt",
                "zh | zh-Hans",
                "zh-CN | zh-Hans",
                "zh-Hans | zh-Hans",
                "zh-Hans-SG | zh-Hans",
                "zh-TW | zh-Hans",
                "zh-Hant-HK | zh-Hans",
                "ko | en",
                "ko, ja;q=0.5 | ja",
                "en;q=0.5, fr | fr",
                "fr;q=0.2, it;q=0.8, nl;q=0.5 | it",
                "it, es | it",
                "de;q=0, pl | pl",
                "de;q=0 | en",
                "de;q=0, de-AT | en",
                "* | en",
                "*, de;q=0.5 | de",
                "fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5 | fr",
                "'' | en",
                "de_AT | en",
                "nonsense nonsense | en",
                "de;q=2 | en",
                "'; DROP' | en",
            })
    void theHeaderIsLookedUpByQuality(String accepted, String language) {
        assertEquals(language, chosen(Optional.empty(), Optional.of(accepted)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | fr",
                "de_DE | de",
                "zh_CN | zh-Hans",
                "pt_BR | pt",
                "ko | nl",
                "'' | nl",
                "not a tag | nl",
                "* | nl"
            })
    void aForcedLanguageGoesBeforeTheHeaderIfThereIsSuchALanguage(String forced, String language) {
        assertEquals(language, chosen(Optional.of(forced), Optional.of("nl")));
    }

    @Test
    void englishIsForThoseWhoSayNothing() {
        assertEquals("en", chosen(Optional.empty(), Optional.empty()));
    }

    @Test
    void aHeaderThatIsTooLongSaysNothing() {
        assertEquals("en", chosen(Optional.empty(), Optional.of("de," + "x-y,".repeat(1000) + "de")));
    }

    @Test
    void theMachinesOwnLanguageDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals("it", chosen(Optional.of("IT"), Optional.empty()));
            assertEquals("Task not found", new Messages(() -> Locale.ENGLISH).get("task.not-found"));
        } finally {
            Locale.setDefault(before);
        }
    }
}
