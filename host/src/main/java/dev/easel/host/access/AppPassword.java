package dev.easel.host.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A generated password of one user.
 *
 * <p>Written in the letters of Crockford's Base32 (https://www.crockford.com/base32.html), which has no letters that
 * are taken for others, in groups of four for reading.
 *
 * @param selector the public part, by which it is found; 40 random bits
 * @param secret the secret part; 140 random bits
 */
record AppPassword(String selector, String secret) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int SELECTOR_LETTERS = 8;
    private static final int SECRET_LETTERS = 28;
    private static final int GROUP = 4;
    private static final Pattern GROUPING = Pattern.compile("[ -]");
    private static final Pattern GROUPS = Pattern.compile("(?<=\\G.{" + GROUP + "})(?=.)");

    /** Makes a new one. */
    static AppPassword generate(SecureRandom random) {
        return new AppPassword(letters(SELECTOR_LETTERS, random), letters(SECRET_LETTERS, random));
    }

    private static String letters(int count, SecureRandom random) {
        StringBuilder letters = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    /**
     * Reads what a person or a program gives, in capitals or not, grouped or not.
     *
     * @return empty if it was never one of ours
     */
    static Optional<AppPassword> parse(String text) {
        return canonical(text, SELECTOR_LETTERS + SECRET_LETTERS)
                .map(all -> new AppPassword(all.substring(0, SELECTOR_LETTERS), all.substring(SELECTOR_LETTERS)));
    }

    /** Reads a selector in the same way. */
    static Optional<String> parseSelector(String text) {
        return canonical(text, SELECTOR_LETTERS);
    }

    /** Crockford's rules: o is read as 0, i and l as 1. */
    private static Optional<String> canonical(String text, int length) {
        String letters = GROUPING.matcher(text)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        boolean known = letters.length() == length && letters.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
        return known ? Optional.of(letters) : Optional.empty();
    }

    /** Returns the password as its user gets it. */
    String text() {
        return grouped(selector + secret);
    }

    /** Puts letters into groups for reading. */
    static String grouped(String letters) {
        return String.join("-", GROUPS.split(letters));
    }

    /** Returns what is stored in the secret's place. */
    String hash(String salt) {
        return Sha256.of(salt + secret);
    }

    @Override
    public String toString() {
        return "AppPassword(" + grouped(selector) + ", secret)";
    }
}
