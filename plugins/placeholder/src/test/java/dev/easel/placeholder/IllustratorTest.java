package dev.easel.placeholder;

import dev.easel.placeholder.drawing.Canvas;
import dev.easel.placeholder.type.Typeface;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IllustratorTest {
    private static final int SIZE = Illustrator.SIZE;
    /** How far two pictures must be apart: the mean distance of a channel, from 0 to 255. */
    private static final double VISIBLE = 20;

    private static final Illustrator ILLUSTRATOR = new Illustrator(Typeface.load());

    static Stream<String> realPrompts() throws IOException {
        try (InputStream in = IllustratorTest.class.getResourceAsStream("prompts.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        }
    }

    static Stream<String> nastyPrompts() {
        return Stream.of(
                "\uD83D",
                "\uDE00\uD83D x \uDE00",
                "\u0000\u0001\u001F\u007F\u0085",
                "\n\n\t\r\n",
                "\u200B\u200C\u200D\u2060\uFEFF\uFE0F",
                "\u202E\u202D\u2066\u2067\u2068\u202A abc \u202C",
                "\u0301\u0301\u0301",
                "Z\u0351\u036B\u0343\u036A\u0302".repeat(200),
                "e" + "\u0301\u0323".repeat(30_000),
                "x".repeat(64_000),
                "ש".repeat(64_000),
                "لا".repeat(32_000),
                "\n".repeat(63_999) + "x",
                " ( [ { « ".repeat(8000),
                "猫".repeat(63_000) + " cat",
                "👩‍👩‍👧‍👦".repeat(5000),
                "\u1100\u1161\u11A8 \u0E01\u0E33 \u0915\u094D\u0937",
                "…" + "\u00AD".repeat(500),
                "a\u00A0b\u2007c\u202Fd\u3000e",
                "\uE000\uFFFE\uFFFF\uFFFC\uFDD0",
                "<script>alert('x')</script> %s %n ${x} \\u0000",
                "ǅ ß ẞ ŉ ǰ ﬃ ﷺ ﷽ ؀١٢ ۝",
                "ـــــ ًٌٍَُِّْ ـًـٌ");
    }

    @ParameterizedTest
    @MethodSource("realPrompts")
    void aRealPromptIsShown(String prompt) {
        assertTrue(differs(prompt), "no text in the picture of " + prompt);
    }

    @ParameterizedTest
    @MethodSource("nastyPrompts")
    void aNastyPromptGivesAPicture(String prompt) {
        assertEquals(SIZE, illustrate(prompt, 0).width());
    }

    @Test
    void anyCharactersGiveAPicture() {
        SplittableRandom random = new SplittableRandom(20);
        for (int i = 0; i < 150; i++) {
            StringBuilder prompt = new StringBuilder();
            int bound = i % 3 == 0 ? 0x700 : i % 3 == 1 ? 0x10000 : Character.MAX_CODE_POINT;
            for (int length = random.nextInt(1, 300); length > 0; length--) {
                prompt.appendCodePoint(random.nextInt(bound));
            }
            ILLUSTRATOR.set(prompt.toString());
        }
        assertEquals(SIZE, illustrate("done", 0).height());
    }

    @Test
    void theMarginsStayFreeOfText() {
        for (String prompt : List.of("fox ".repeat(16_000), "w".repeat(64_000), "שועל ".repeat(9000), "Éÿ")) {
            ILLUSTRATOR.set(prompt).linesAt(88, 88).forEach(line -> {
                assertTrue(line.getBounds2D().getMinX() > 60, prompt);
                assertTrue(line.getBounds2D().getMaxX() < SIZE - 60, prompt);
                assertTrue(line.getBounds2D().getMaxY() < 720, prompt);
            });
        }
    }

    @Test
    void theImagesOfOnePromptDifferVisibly() {
        for (String prompt : List.of("a fox in the snow", "猫")) {
            List<Canvas> images = new ArrayList<>();
            for (int index = 0; index < 8; index++) {
                images.add(illustrate(prompt, index));
            }
            for (int i = 0; i < 8; i++) {
                for (int j = 0; j < i; j++) {
                    double distance = distance(images.get(i), images.get(j));
                    assertTrue(
                            distance > VISIBLE, prompt + ": " + j + " and " + i + " are only " + distance + " apart");
                }
            }
        }
    }

    @Test
    void imagesFarApartDifferTooThoughTheirKindsRepeat() {
        Canvas first = illustrate("a fox", 1);
        for (int index : new int[] {9, 17, 25, 1001, Integer.MAX_VALUE}) {
            assertTrue(distance(first, illustrate("a fox", index)) > 3, "index " + index);
        }
    }

    @Test
    void promptsThatDifferInOneLetterDifferInMoreThanThat() {
        assertTrue(distance(illustrate("a fox", 0), illustrate("a box", 0)) > VISIBLE);
    }

    private static Canvas illustrate(String prompt, int index) {
        return ILLUSTRATOR.illustrate(prompt, ILLUSTRATOR.set(prompt), index);
    }

    /** Tells whether a prompt's text changes its picture. */
    private static boolean differs(String prompt) {
        return !ILLUSTRATOR.set(prompt).isEmpty()
                && distance(illustrate(prompt, 0), ILLUSTRATOR.illustrate(prompt, ILLUSTRATOR.set("猫"), 0)) > 1;
    }

    private static double distance(Canvas one, Canvas other) {
        long sum = 0;
        for (int y = 0; y < SIZE; y += 4) {
            for (int x = 0; x < SIZE; x += 4) {
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs(((one.pixel(x, y) >> shift) & 0xFF) - ((other.pixel(x, y) >> shift) & 0xFF));
                }
            }
        }
        return sum / (3.0 * (SIZE / 4) * (SIZE / 4));
    }
}
