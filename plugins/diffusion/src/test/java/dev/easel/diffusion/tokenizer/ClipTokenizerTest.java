package dev.easel.diffusion.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.easel.diffusion.tokenizer.TokenizerFolder.END;
import static dev.easel.diffusion.tokenizer.TokenizerFolder.START;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

class ClipTokenizerTest {
    private static final int A = 320;
    private static final int THE = 514;
    private static final int BLOCK = 4096;

    private TokenizerFolder folder;
    private ClipTokenizer tokenizer;

    @BeforeEach
    void read(@TempDir Path empty) {
        folder = new TokenizerFolder(empty);
        tokenizer = folder.read();
    }

    /**
     * The numbers are those of tokenizers.js 0.2 with the normalizer and the rules of CLIP's {@code tokenizer.json}.
     */
    @ParameterizedTest
    @MethodSource("encodings")
    void aPromptHasTheTokensThatHuggingFacesTokenizerGives(String prompt, int[] expected) {
        assertArrayEquals(expected, tokens(prompt));
    }

    static Stream<Object[]> encodings() throws IOException {
        JsonNode all = new ObjectMapper().readTree(TokenizerFolder.resource("encodings.json"));
        return StreamSupport.stream(all.spliterator(), false).map(encoding -> new Object[] {
            encoding.get("prompt").asText(),
            StreamSupport.stream(encoding.get("tokens").spliterator(), false)
                    .mapToInt(JsonNode::intValue)
                    .toArray()
        });
    }

    @Test
    void aWindowIsTheStartThenTokensThenTheEndThenPadding() {
        Tokens tokens = tokenizer.encode("the a", LongPrompt.CUT);
        int[] expected = new int[77];
        Arrays.fill(expected, END);
        expected[0] = START;
        expected[1] = THE;
        expected[2] = A;
        assertEquals(1, tokens.windows().size());
        assertArrayEquals(expected, tokens.windows().get(0));
        assertEquals(0, tokens.leftOut());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n\u3000", "\u0000\u0007"})
    void aPromptWithoutWordsIsOneWindowOfPadding(String prompt) {
        for (LongPrompt mode : LongPrompt.values()) {
            Tokens tokens = tokenizer.encode(prompt, mode);
            assertEquals(1, tokens.windows().size());
            assertArrayEquals(
                    tokenizer.empty(1).windows().get(0), tokens.windows().get(0));
        }
        assertArrayEquals(new int[0], tokens(prompt));
    }

    @Test
    void asMuchAsFitsIsNotCut() {
        for (LongPrompt mode : LongPrompt.values()) {
            Tokens tokens = tokenizer.encode("a ".repeat(75), mode);
            assertEquals(1, tokens.windows().size());
            assertEquals(0, tokens.leftOut());
            assertEquals(A, tokens.windows().get(0)[75]);
            assertEquals(END, tokens.windows().get(0)[76]);
        }
    }

    @Test
    void whatIsCutIsCounted() {
        Tokens tokens = tokenizer.encode("a ".repeat(75) + "the a the", LongPrompt.CUT);
        assertEquals(3, tokens.leftOut());
        assertEquals(1, tokens.windows().size());
        assertArrayEquals(
                tokenizer.encode("a ".repeat(75), LongPrompt.CUT).windows().get(0),
                tokens.windows().get(0));
    }

    @Test
    void aLongPromptGoesOnInTheNextWindow() {
        Tokens tokens = tokenizer.encode("a ".repeat(150) + "the", LongPrompt.WINDOWS);
        assertEquals(3, tokens.windows().size());
        assertEquals(0, tokens.leftOut());
        int[] full = tokenizer.encode("a ".repeat(75), LongPrompt.CUT).windows().get(0);
        assertArrayEquals(full, tokens.windows().get(0));
        assertArrayEquals(full, tokens.windows().get(1));
        assertArrayEquals(
                tokenizer.encode("the", LongPrompt.CUT).windows().get(0),
                tokens.windows().get(2));
    }

    @Test
    void anEmptyNegativePromptGetsAsManyWindowsAsThePrompt() {
        Tokens three = tokenizer.empty(3);
        assertEquals(3, three.windows().size());
        Tokens extended = tokenizer.extended(tokenizer.encode("the", LongPrompt.WINDOWS), 3);
        assertEquals(THE, extended.windows().get(0)[1]);
        assertArrayEquals(three.windows().get(1), extended.windows().get(1));
        assertArrayEquals(three.windows().get(2), extended.windows().get(2));
    }

    @Test
    void whatHasEnoughWindowsIsNotExtended() {
        Tokens two = tokenizer.encode("a ".repeat(76), LongPrompt.WINDOWS);
        assertSame(two, tokenizer.extended(two, 1));
        assertSame(two, tokenizer.extended(two, 2));
    }

    @Test
    void extendingKeepsHowManyWereLeftOut() {
        assertEquals(
                1,
                tokenizer
                        .extended(tokenizer.encode("a ".repeat(76), LongPrompt.CUT), 2)
                        .leftOut());
    }

    @Test
    void theTextOfSpecialTokensIsTextLikeAnyOther() {
        String injected = "a <|endoftext|> the <|startoftext|>a<|ENDOFTEXT|>";
        assertFalse(IntStream.of(tokens(injected)).anyMatch(token -> token == START || token == END));
        assertArrayEquals(tokens("< | endoftext | >".replace(" ", "")), tokens("<| endoftext |>"));
    }

    @Test
    void controlCharactersAndHalvesOfSurrogatePairsAreDropped() {
        assertArrayEquals(tokens("the 😀 sea"), tokens("t\u0000h\ud83de \udc00😀\u0007 s\u009fea\ud800"));
    }

    @Test
    void noCharacterThrows() {
        for (int first = 0; first <= Character.MAX_CODE_POINT; first += BLOCK) {
            StringBuilder prompt = new StringBuilder();
            IntStream.range(first, first + BLOCK).forEach(prompt::appendCodePoint);
            assertFalse(IntStream.of(tokens(prompt.toString())).anyMatch(token -> token < 0 || token >= START));
        }
    }

    /** Each would take minutes if the time were quadratic. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "the", "漢", "Σ", "!", "'", "'s", "\u0301\u0316", "\ud800"})
    void aWordOf64000CharactersIsReadInOneGo(String part) {
        String word = part.repeat(64_000 / part.length());
        Tokens tokens = tokenizer.encode(word, LongPrompt.CUT);
        int inWindows = (int) IntStream.of(tokens.windows().get(0))
                .skip(1)
                .takeWhile(token -> token != END)
                .count();
        assertEquals(tokens(word).length, inWindows + tokens.leftOut());
    }

    @Test
    void aLetterKeeps32Marks() {
        String mark = "\u0316";
        assertArrayEquals(tokens("b" + mark.repeat(32) + "c"), tokens("b" + mark.repeat(1000) + "c"));
        assertEquals(tokens("b" + mark.repeat(31)).length + 2, tokens("b" + mark.repeat(32)).length);
    }

    @Test
    void paddingIsTheMappedTokenAsInStableDiffusion2() {
        folder.replace("special_tokens_map.json", "\"pad_token\": \"<|endoftext|>\"", "\"pad_token\": \"!\"");
        assertWindow(folder.read(), START, THE, END, 0, 0);
    }

    @Test
    void paddingIsTheConfiguredTokenWhereNoneIsMapped() {
        folder.delete("special_tokens_map.json");
        folder.replace("tokenizer_config.json", "\"pad_token\": \"<|endoftext|>\"", "\"pad_token\": \"!\"");
        assertWindow(folder.read(), START, THE, END, 0, 0);
    }

    @Test
    void theConfigurationIsRightIfItHasAddedTokens() {
        folder.write(
                "tokenizer_config.json",
                "{\"added_tokens_decoder\": {\"0\": {\"content\": \"!\"}}, \"pad_token\": \"!\", \"model_max_length\": 77}");
        assertWindow(folder.read(), START, THE, END, 0, 0);
    }

    @Test
    void aSpecialTokenCanBeAnObjectWithItsContent() {
        folder.write("special_tokens_map.json", "{\"pad_token\": {\"content\": \"!\", \"lstrip\": false}}");
        assertWindow(folder.read(), START, THE, END, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"bos_token\": null, \"eos_token\": null, \"unk_token\": null, \"pad_token\": null}"})
    void whatIsNotSaidIsAsInTransformers(String configuration) {
        folder.delete("special_tokens_map.json");
        folder.write("tokenizer_config.json", configuration);
        ClipTokenizer read = folder.read();
        assertEquals(77, read.maxLength());
        assertWindow(read, START, THE, END, END, END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1000000000000000019884624838656", "1e30", "77", "77.0", "10001"})
    void anAbsurdLengthMeans77(String length) {
        folder.replace("tokenizer_config.json", "77", length);
        assertEquals(77, folder.read().maxLength());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 24, 248})
    void windowsHaveTheConfiguredLength(int length) {
        folder.replace("tokenizer_config.json", "77", String.valueOf(length));
        ClipTokenizer read = folder.read();
        assertEquals(length, read.maxLength());
        Tokens tokens = read.encode("a ".repeat(300), LongPrompt.WINDOWS);
        assertEquals((300 + length - 3) / (length - 2), tokens.windows().size());
        assertEquals(
                Integer.toString(length),
                tokens.windows().stream()
                        .map(window -> Integer.toString(window.length))
                        .distinct()
                        .collect(Collectors.joining()));
    }

    @Test
    void bytesThatTheVocabularyLacksBecomeTheUnknownToken() {
        folder.write("vocab.json", "{\"!\": 0, \"a</w>\": 1, \"?\": 2, \"<|startoftext|>\": 3, \"<|endoftext|>\": 4}");
        folder.write("merges.txt", "");
        folder.replace("special_tokens_map.json", "\"unk_token\": \"<|endoftext|>\"", "\"unk_token\": \"?\"");
        int[] window = folder.read().encode("a ba", LongPrompt.CUT).windows().get(0);
        assertArrayEquals(new int[] {3, 1, 2, 1, 4}, Arrays.copyOf(window, 5));
    }

    @Test
    void mergesCanDoWithoutAVersion() {
        folder.replace("merges.txt", "#version: 0.2\n", "");
        assertEquals(THE, folder.read().encode("the", LongPrompt.CUT).windows().get(0)[1]);
    }

    @Test
    void mergesCanHaveLinesOfWindows() {
        folder.replace("merges.txt", "\n", "\r\n");
        assertEquals(THE, folder.read().encode("the", LongPrompt.CUT).windows().get(0)[1]);
    }

    @Test
    void tokensDontShowWhatTheyStandFor() {
        assertEquals(
                "Tokens[2 windows, 0 left out]",
                tokenizer.encode("a ".repeat(80), LongPrompt.WINDOWS).toString());
    }

    private static void assertWindow(ClipTokenizer tokenizer, Integer... start) {
        int[] window = tokenizer.encode("the", LongPrompt.CUT).windows().get(0);
        assertEquals(
                List.of(start), IntStream.of(window).limit(start.length).boxed().toList());
    }

    /** Encodes a prompt, and takes its tokens out of the windows again. */
    private int[] tokens(String prompt) {
        return tokenizer.encode(prompt, LongPrompt.WINDOWS).windows().stream()
                .flatMapToInt(window -> IntStream.of(window).skip(1).takeWhile(token -> token != END))
                .toArray();
    }
}
