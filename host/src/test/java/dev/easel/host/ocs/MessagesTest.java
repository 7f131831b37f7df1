package dev.easel.host.ocs;

import java.text.ChoiceFormat;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every text in every language: there, whole, and fit to be shown. */
class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    /** Shorter words are often the same in several languages. */
    private static final int SHORTEST_WORD = 4;

    private static ResourceBundle bundle(Locale language) {
        String name = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
        return ResourceBundle.getBundle(
                Messages.BUNDLE + name,
                Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(bundle(language).keySet());
    }

    private static Set<Integer> placeholders(String pattern) {
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        Set<Integer> found = new TreeSet<>();
        while (matcher.find()) {
            found.add(Integer.valueOf(matcher.group(1)));
        }
        return found;
    }

    static Stream<Locale> languages() {
        return Languages.ALL.stream();
    }

    static Stream<Arguments> everyText() {
        return languages().flatMap(language -> keys(Locale.ENGLISH).stream().map(key -> Arguments.of(language, key)));
    }

    static Stream<Arguments> everyTranslation() {
        return everyText().filter(text -> !text.get()[0].equals(Locale.ENGLISH));
    }

    @Test
    void thereAreTenLanguages() {
        assertEquals(
                List.of("en", "de", "fr", "es", "it", "nl", "pt", "pl", "ja", "zh-Hans"),
                languages().map(Locale::toLanguageTag).toList());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noKeyIsMissingAndNoneIsSurplus(Locale language) {
        assertEquals(keys(Locale.ENGLISH), keys(language));
    }

    @ParameterizedTest
    @MethodSource("everyTranslation")
    void placeholdersAreThoseOfEnglish(Locale language, String key) {
        assertEquals(
                placeholders(bundle(Locale.ENGLISH).getString(key)),
                placeholders(bundle(language).getString(key)));
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void placeholdersAreNumberedWithoutGaps(Locale language, String key) {
        Set<Integer> found = placeholders(bundle(language).getString(key));
        assertEquals(new TreeSet<>(IntStream.range(0, found.size()).boxed().toList()), found);
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void everyValueShowsAndNothingOfTheFormatDoes(Locale language, String key) {
        int count = placeholders(bundle(language).getString(key)).size();
        Object[] values =
                IntStream.range(0, count).mapToObj(i -> 4711 + 1111 * i).toArray();
        String text = new Messages(() -> language).get(key, values);
        for (Object value : values) {
            String number = NumberFormat.getIntegerInstance(language).format(value);
            assertTrue(text.contains(number), () -> number + " is not in: " + text);
        }
        assertShowable(text);
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void textsTakeTextsAsWell(Locale language, String key) {
        MessageFormat format = new MessageFormat(bundle(language).getString(key), language);
        boolean numbersOnly =
                Arrays.stream(format.getFormatsByArgumentIndex()).anyMatch(ChoiceFormat.class::isInstance);
        if (numbersOnly) {
            return;
        }
        String tricky = "{0} it''s 'x' 食";
        Object[] values = Stream.generate(() -> tricky)
                .limit(format.getFormatsByArgumentIndex().length)
                .toArray();
        String text = new Messages(() -> language).get(key, values);
        assertShowable(text.replace(tricky, "x"));
        assertEquals(values.length > 0, text.contains(tricky), text);
    }

    private static void assertShowable(String text) {
        assertFalse(text.isBlank());
        assertEquals(text.strip(), text);
        for (String leftover : List.of("{", "}", "''", "|", "choice", "#", "\uFFFD", "  ", "??", "Ã")) {
            assertFalse(text.contains(leftover), () -> leftover + " is in: " + text);
        }
    }

    /** One apostrophe alone opens a quotation that hides placeholders to its end. */
    @ParameterizedTest
    @MethodSource("everyText")
    void apostrophesAreWrittenTwice(Locale language, String key) {
        String pattern = bundle(language).getString(key);
        assertFalse(pattern.replace("''", "").contains("'"), pattern);
    }

    @ParameterizedTest
    @MethodSource("everyTranslation")
    void everyTextIsTranslated(Locale language, String key) {
        String english = bundle(Locale.ENGLISH).getString(key);
        String translated = bundle(language).getString(key);
        assertNotEquals(english, translated);
        Set<String> common = words(english);
        common.retainAll(words(translated));
        assertTrue(common.size() < 3, () -> "still English: " + common + " in " + translated);
    }

    /** Words of some length, without names that are the same in all languages. */
    private static Set<String> words(String pattern) {
        Set<String> words = new HashSet<>(Arrays.asList(pattern.toLowerCase(Locale.ROOT)
                .replaceAll("idempotency-key|trusted-hosts|easel_trusted_hosts|content-type|boundary|\\{[^}]*}", "")
                .split("[^\\p{L}]+")));
        words.removeIf(word -> word.length() < SHORTEST_WORD);
        words.removeAll(Set.of("host", "server", "ascii"));
        return words;
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void sentencesEndAsSentencesDo(Locale language, String key) {
        String text = bundle(language).getString(key);
        boolean clause = key.startsWith("body.") && !key.equals("body.malformed") && !key.equals("body.too-large");
        boolean nextclouds = language.equals(Locale.ENGLISH)
                && Set.of("task.not-found", "image.not-found", "provider.none").contains(key);
        assertEquals(!clause && !nextclouds, text.endsWith(".") || text.endsWith("。"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 1 | Too many requests. Try again in 1 second.",
                "en | 2 | Too many requests. Try again in 2 seconds.",
                "en | 1800 | Too many requests. Try again in 1,800 seconds.",
                "de | 1 | Zu viele Anfragen. Bitte versuchen Sie es in einer Sekunde erneut.",
                "de | 1800 | Zu viele Anfragen. Bitte versuchen Sie es in 1.800 Sekunden erneut.",
                "fr | 1 | Trop de requêtes. Veuillez réessayer dans une seconde.",
                "pl | 1 | Zbyt wiele żądań. Proszę spróbować ponownie za 1 s.",
                "ja | 5 | リクエストが多すぎます。5 秒後にもう一度お試しください。"
            })
    void oneSecondIsSingularAndNumbersAreWrittenAsInTheLanguage(String language, int seconds, String text) {
        Messages messages = new Messages(() -> Locale.forLanguageTag(language));
        assertEquals(text, messages.get("too-many-calls", seconds));
    }

    @Test
    void sentencesAreJoinedAsInTheLanguage() {
        assertEquals("A. B.", new Messages(() -> Locale.GERMAN).join(List.of("A.", "B.")));
        assertEquals("あ。い。", new Messages(() -> Locale.JAPANESE).join(List.of("あ。", "い。")));
    }
}
