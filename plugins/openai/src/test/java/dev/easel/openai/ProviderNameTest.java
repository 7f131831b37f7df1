package dev.easel.openai;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProviderNameTest {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja", "zh");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja", "zh"})
    void everyNameSaysWhatItIsAndWhichService(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String named = ProviderName.of("{0} it's", locale);
        assertTrue(named.startsWith(ProviderName.of("default", locale)), named);
        assertTrue(named.contains("{0} it's") && named.contains("OpenAI"), named);
        assertEquals(named, ProviderName.of("{0} it's", Locale.forLanguageTag(language + "-CH")));
    }

    @Test
    void theNamesOfAllLanguagesDiffer() {
        Set<String> names = new HashSet<>();
        LANGUAGES.forEach(language -> names.add(ProviderName.of("default", Locale.forLanguageTag(language))));
        assertEquals(LANGUAGES.size(), names.size());
    }

    @Test
    void otherLanguagesGetEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMAN);
            assertEquals("OpenAI-style service local", ProviderName.of("local", Locale.KOREAN));
        } finally {
            Locale.setDefault(before);
        }
    }
}
