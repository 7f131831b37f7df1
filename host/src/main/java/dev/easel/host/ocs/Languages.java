package dev.easel.host.ocs;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/**
 * The languages that people are answered in, and the choice between them, by look-up after RFC 4647, section 3.4.
 *
 * <p>Chinese of any kind gets simplified characters: its readers know those better than English (CLDR's language
 * matching says the same).
 */
final class Languages {
    static final List<Locale> ALL = List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja", "zh-Hans").stream()
            .map(Locale::forLanguageTag)
            .toList();

    /** Longer headers say nothing more about a person, and take long to read. */
    private static final int MAX_HEADER = 1000;

    private static final Locale CHINESE = Locale.forLanguageTag("zh-Hans");

    /** By these they are found, as nobody need say how their Chinese is written. */
    private static final List<Locale> FOUND_BY =
            ALL.stream().map(Locale::getLanguage).map(Locale::forLanguageTag).toList();

    private Languages() {}

    /**
     * Chooses a language.
     *
     * @param forced the language that a parameter names, as in {@code de}, {@code pt-BR} or Nextcloud's {@code zh_CN}
     * @param accepted the header {@code Accept-Language}
     * @return the first of these that there is, else English
     */
    static Locale choose(Optional<String> forced, Optional<String> accepted) {
        return forced.flatMap(tag -> find(tag.replace('_', '-')))
                .or(() -> accepted.flatMap(Languages::find))
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> find(String ranges) {
        if (ranges.length() > MAX_HEADER) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookup(LanguageRange.parse(ranges), FOUND_BY))
                    .map(found -> found.equals(Locale.CHINESE) ? CHINESE : found);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
