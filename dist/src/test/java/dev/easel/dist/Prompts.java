package dev.easel.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What the tests ask for. */
final class Prompts {
    private static final List<String> OF_OTHER_SCRIPTS = List.of(
            "ثعلب أحمر في الثلج",
            "雪中的红狐狸",
            "बर्फ़ में एक लाल लोमड़ी",
            "🦊❄️👩‍👩‍👧‍👦",
            "a fox & a <crane>, \"quoted\" \\ slashed\nover two lines");

    private Prompts() {}

    /** Returns twenty prompts of PartiPrompts. */
    static List<String> twenty() throws IOException {
        try (InputStream file = Prompts.class.getResourceAsStream("/PartiPrompts-twenty.tsv")) {
            byte[] bytes =
                    Objects.requireNonNull(file, "the prompts are missing").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .toList();
        }
    }

    /** Returns the twenty, and some in other scripts or with characters that formats must escape. */
    static List<String> all() throws IOException {
        return Stream.concat(twenty().stream(), OF_OTHER_SCRIPTS.stream()).toList();
    }
}
