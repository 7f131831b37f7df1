package dev.easel.placeholder.type;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ParagraphTest {
    private static final Typeface TYPEFACE = Typeface.load();

    @Test
    void arabicLettersTakeTheirJoinedForms() {
        // beh, initial; yeh, medial; teh, final
        assertEquals("\uFE91\uFEF4\uFE96", Paragraph.of("بيت", TYPEFACE).text());
    }

    @Test
    void lamAndAlefBecomeOneLetter() {
        assertEquals("\uFEB3\uFEFC\uFEE1", Paragraph.of("سلام", TYPEFACE).text());
    }

    @Test
    void aNonJoinerSeparatesLettersAndIsGoneAfterwards() {
        // meem, initial, and yeh, final, before khah, initial
        assertEquals(
                "\uFEE3\uFBFD\uFEA7\uFBFD", Paragraph.of("می\u200Cخی", TYPEFACE).text());
    }

    @Test
    void lettersOfPersianAndUrduTakeTheirJoinedFormsToo() {
        // peh, initial; dal, final
        assertEquals("\uFB58\uFEAA", Paragraph.of("پد", TYPEFACE).text());
        // keheh, initial; yeh, medial; gaf, medial; jeh, final; ddal, isolated
        assertEquals(
                "\uFB90\uFBFF\uFB95\uFB8B\uFB88",
                Paragraph.of("کیگژڈ", TYPEFACE).text());
        // yeh, initial, with a vowel sign; keheh, final
        assertEquals("\uFBFE\u064E\uFB8F", Paragraph.of("یَک", TYPEFACE).text());
    }

    @Test
    void vowelSignsStayMarksOnTheirLetters() {
        assertEquals(
                "\uFE91\u064E\uFEF4\u0652\uFE96",
                Paragraph.of("بَيْت", TYPEFACE).text());
    }

    @Test
    void everyJoinedFormIsInAFont() {
        String joined = Paragraph.of("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأإؤئ پچژگکی لا لأ لإ لآ", TYPEFACE)
                .text();
        joined.chars().forEach(c -> assertTrue(TYPEFACE.shows((char) c), () -> Integer.toHexString(c)));
    }

    @Test
    void theFirstLetterWithADirectionDecidesWhereAParagraphBegins() {
        assertTrue(Paragraph.of("3 — שלום abc", TYPEFACE).rightToLeft());
        assertFalse(Paragraph.of("3 — abc שלום", TYPEFACE).rightToLeft());
        assertFalse(Paragraph.of("3!", TYPEFACE).rightToLeft());
    }

    @Test
    void hebrewInALatinSentenceIsTurnedAround() {
        assertEquals("a םולש b", seen("a שלום b"));
    }

    @Test
    void numbersAndLatinWordsInAHebrewSentenceKeepTheirOrder() {
        assertEquals("abc 1967 םולש", seen("שלום 1967 abc"));
    }

    @Test
    void bracketsInARightToLeftSentenceAreMirrored() {
        assertEquals("(ב) א", seen("א (ב)"));
    }

    @Test
    void marksFollowTheirLettersInWhatIsSeen() {
        assertEquals("ב\u05BCא", seen("אב\u05BC"));
    }

    @Test
    void aCutLineEndsWithAnEllipsisWhereItsSentenceEnds() {
        Paragraph hebrew = Paragraph.of("אב גד", TYPEFACE);
        assertEquals("…בא", hebrew.cutLine(0, 3));
        assertEquals("ab…", Paragraph.of("ab cd", TYPEFACE).cutLine(0, 3));
    }

    private static String seen(String text) {
        Paragraph paragraph = Paragraph.of(text, TYPEFACE);
        return paragraph.line(0, paragraph.text().length());
    }
}
