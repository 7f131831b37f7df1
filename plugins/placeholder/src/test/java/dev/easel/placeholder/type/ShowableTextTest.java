package dev.easel.placeholder.type;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShowableTextTest {
    private static final Typeface TYPEFACE = Typeface.load();

    @Test
    void textOfTheShownScriptsStaysAsItIs() {
        for (String text : List.of("A red fox, 3 km", "Κόκκινη αλεπού", "Рыжая лиса", "قطة حمراء", "שועל אדום")) {
            assertEquals(List.of(text), shown(text));
        }
    }

    @Test
    void everyLineIsAParagraphAndEmptyLinesAreNone() {
        assertEquals(List.of("one", "two", "three"), shown("one\n\n  two \r\nthree\u2029"));
    }

    @Test
    void tabsAndManySpacesBecomeOneSpace() {
        assertEquals(List.of("a b c"), shown("  a \t\u00A0 b\u3000c "));
    }

    @Test
    void wordsThatNoFontShowsAreLeftOutWithoutTraces() {
        assertEquals(List.of("a rocket cat in space wow!"), shown("🐱🚀 a rocket cat ✨👩‍🚀 in space (猫) wow 🎉!"));
        assertEquals(List.of("I love, and"), shown("I love 猫, and नमस्ते"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "一只猫，坐在窗台上。",
                "🐱",
                "नमस्ते",
                "\uD800",
                "\uDC00\uD800",
                "\u0000\u0007",
                "\u200B\u200D\uFE0F",
                "\u0301",
                "猫!"
            })
    void aPromptOfNothingElseHasNoText(String prompt) {
        assertEquals(List.of(), shown(prompt));
    }

    @Test
    void punctuationThatIsAllThereEverWasIsShown() {
        assertEquals(List.of("?!"), shown("?!"));
    }

    @Test
    void lettersAndMarksAreComposed() {
        assertEquals(List.of("é"), shown("e\u0301"));
        assertEquals(List.of("\uFB2A\u05B8לום"), shown("ש\u05B8\u05C1לום"));
    }

    @Test
    void theDoublingSignOfArabicStandsNextToItsLetter() {
        assertEquals(List.of("ل\u0651\u064F"), shown("ل\u0651\u064F"));
        assertEquals(List.of("ل\u0651\u064F"), shown("ل\u064F\u0651"));
    }

    @Test
    void pilesOfMarksAreCut() {
        String shown = shown("x" + "\u0301".repeat(5000) + "y").get(0);
        assertTrue(shown.startsWith("x\u0301") && shown.endsWith("y"), shown);
        assertTrue(shown.length() <= 5, shown);
    }

    @Test
    void marksOfLettersThatAreLeftOutAreLeftOutToo() {
        assertEquals(List.of("a b"), shown("a 猫\u0301 b"));
    }

    @Test
    void fancyFormsOfLettersAreShownAsPlainOnes() {
        assertEquals(List.of("Hello kg ABC"), shown("𝓗𝓮𝓵𝓵𝓸 ㎏ ＡＢＣ"));
    }

    @Test
    void joinersStayOnlyWhereLettersAre() {
        assertEquals(List.of("می\u200Cخواهم"), shown("می\u200Cخواهم"));
        assertEquals(List.of("a"), shown("👩\u200D🚀 a"));
    }

    private static List<String> shown(String prompt) {
        return ShowableText.paragraphs(prompt, TYPEFACE);
    }
}
