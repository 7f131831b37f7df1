package dev.easel.diffusion.png;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class PngTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "two\nlines", "café ÿ ¡", "no\u00a0break"})
    void latinTextsAreStoredAsLatin(String text) {
        PngText png = new PngText("parameters", text);
        assertEquals("tEXt", png.chunkType());
        assertEquals("parameters\0" + text, new String(png.chunk(), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ž", "猫", "🐈", "tab\there", "\u0085", "\u007f", "“quoted”"})
    void otherTextsAreStoredAsUtf8(String text) {
        PngText png = new PngText("parameters", text);
        assertEquals("iTXt", png.chunkType());
        assertEquals("parameters\0\0\0\0\0" + text, new String(png.chunk(), StandardCharsets.UTF_8));
    }

    @Test
    void everyLineEndIsALineFeed() {
        assertEquals("a\nb\nc\n\nd", new PngText("parameters", "a\r\nb\rc\n\rd").text());
    }

    @Test
    void theCharacterThatEndsKeywordsIsReplaced() {
        assertEquals("a\uFFFDb", new PngText("parameters", "a\0b").text());
    }

    @Test
    void halfASurrogatePairIsReplaced() {
        assertEquals("k\0\0\0\0\0?", new String(new PngText("k", "\ud83d").chunk(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"k", "Creation Time", "a b c", "Größe"})
    void keywordsAreVisibleLatin(String keyword) {
        assertDoesNotThrow(() -> new PngText(keyword, ""));
        assertDoesNotThrow(() -> new PngText("x".repeat(79), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " k", "k ", "a  b", "a\nb", "a\0b", "a\u00a0b", "猫"})
    void otherKeywordsAreRefused(String keyword) {
        assertThrows(IllegalArgumentException.class, () -> new PngText(keyword, ""));
    }

    @Test
    void aKeywordHasAtMost79Characters() {
        String keyword = "x".repeat(80);
        assertThrows(IllegalArgumentException.class, () -> new PngText(keyword, ""));
    }

    @Test
    void aTextIsNotShownInLogs() {
        assertFalse(new PngText("parameters", "private").toString().contains("private"));
    }
}
