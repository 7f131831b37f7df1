package dev.easel.host.config;

import java.util.Locale;
import java.util.stream.Stream;

/** Knows what must not be printed. */
final class Sensitive {

    private Sensitive() {}

    /** Tells whether a text, such as the name of a key, hints at a secret. */
    static boolean isHintedAtBy(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Stream.of("key", "secret", "password", "token").anyMatch(lower::contains);
    }

    /** Returns what was given for a key in words, without what may be a secret. */
    static String inWords(String key, Given given) {
        return isHintedAtBy(key) || given.texts().stream().anyMatch(Sensitive::mayHoldPassword)
                ? "(not shown)"
                : given.inWords();
    }

    /** Tells whether a value may carry credentials, as URLs do. */
    private static boolean mayHoldPassword(String text) {
        return text.contains("@") || text.toLowerCase(Locale.ROOT).contains("password");
    }
}
