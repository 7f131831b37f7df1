package dev.easel.openai.fault;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class RedactionTest {
    private static final Redaction REDACTION =
            new Redaction(List.of("secret-0123456789", "ab")).andPrompt("A red fox, in the SNOW; лиса");

    @Test
    void whatSaysNothingStaysAsItIs() {
        assertEquals("The size 1024x1024 is not supported.", REDACTION.clean("The size 1024x1024 is not supported."));
    }

    @Test
    void theSecretAndThePromptAreTakenOut() {
        assertEquals(
                "key […] for '[…]'!", REDACTION.clean("key secret-0123456789 for 'A red fox, in the SNOW; лиса'!"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a RED fox, IN the snow",
                "red fox, in the",
                "a red\n  fox,\tin the snow",
                "A%20red%20fox%2C%20in%20the",
                "A red fox&#44; in the SNOW",
                "A red fox\\u002c in the SNOW",
                "[A, red, fox, in, the]"
            })
    void aPartOfThePromptIsFoundHoweverItIsWritten(String repeated) {
        assertFalse(REDACTION.clean("Not allowed: " + repeated + ".").contains("fox"), repeated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Incorrect API key provided: sk-ab12****************wxyz.",
                "Authorization: Bearer abc.def-ghi",
                "basic dXNlcjpzZWNyZXQ="
            })
    void whatLooksLikeAKeyIsTakenOutEvenIfItIsNotOurs(String text) {
        String cleaned = REDACTION.clean(text);
        assertFalse(cleaned.matches(".*(wxyz|ghi|dXN).*"), cleaned);
    }

    @Test
    void aShortPromptIsTakenOutAsAWordOnly() {
        Redaction redaction = new Redaction(List.of()).andPrompt("cat");
        assertEquals("A […] is in no category", redaction.clean("A cat is in no category"));
    }

    @Test
    void aPartOfAPromptInAScriptWithoutSpacesIsFound() {
        Redaction redaction = new Redaction(List.of()).andPrompt("雪の中の赤い狐、夜");
        assertEquals("No […] here", redaction.clean("No 中の赤い狐 here"));
    }

    @Test
    void aPromptWithoutLettersHidesNothing() {
        assertEquals("Bad request", new Redaction(List.of()).andPrompt("???").clean("Bad request"));
    }

    @Test
    void linesAndControlCharactersBecomeOneLine() {
        assertEquals("one two three", REDACTION.clean("one\r\n\u0007two\u001b \u202ethree"));
    }

    @Test
    void aVeryLongTextIsCut() {
        assertEquals(16_384, REDACTION.clean("x".repeat(100_000)).length());
    }
}
