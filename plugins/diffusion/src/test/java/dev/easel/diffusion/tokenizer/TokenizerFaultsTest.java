package dev.easel.diffusion.tokenizer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TokenizerFaultsTest {
    private TokenizerFolder folder;

    @BeforeEach
    void copy(@TempDir Path empty) {
        folder = new TokenizerFolder(empty);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vocab.json", "merges.txt", "tokenizer_config.json"})
    void aMissingFileIsNamed(String name) {
        folder.delete(name);
        assertOneFault(folder.file(name) + " is missing; copy it there from the model's source");
    }

    @Test
    void everyMissingFileIsNamedAtOnce() {
        List.of("vocab.json", "merges.txt", "tokenizer_config.json").forEach(folder::delete);
        assertEquals(3, folder.faults().size());
    }

    @Test
    void everythingElseIsToldAtOnceToo() {
        folder.replace("tokenizer_config.json", "77", "\"long\"");
        folder.write("special_tokens_map.json", "{\"pad_token\": \"[PAD]\", \"bos_token\": \"[CLS]\"}");
        folder.append("merges.txt", "q q\n");
        assertEquals(4, folder.faults().size(), () -> String.join("\n", folder.faults()));
    }

    @Test
    void aFolderInPlaceOfAFileCantBeRead() throws IOException {
        folder.delete("merges.txt");
        Files.createDirectory(folder.file("merges.txt"));
        assertOneFault(folder.file("merges.txt") + " can't be read", "check its rights and the disk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vocab.json", "tokenizer_config.json", "special_tokens_map.json"})
    void brokenJsonIsNamedWithItsLine(String name) {
        folder.write(name, "{\n\"a\": 0,\n\"b\" 1}");
        assertOneFault(folder.file(name) + " is no JSON at line 3", "get it anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vocab.json", "tokenizer_config.json", "special_tokens_map.json"})
    void aFileThatWasCutOffIsNoJson(String name) {
        String whole = TokenizerFolder.resource(name);
        folder.write(name, whole.substring(0, whole.length() / 2));
        assertOneFault(folder.file(name) + " is no JSON", "get it anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "null", "\"<html>\""})
    void jsonOtherThanAnObjectIsAFault(String content) {
        folder.write("vocab.json", content);
        assertOneFault(folder.file("vocab.json") + " holds no JSON object");
    }

    @Test
    void somethingAfterTheJsonIsAFault() {
        folder.append("vocab.json", "{}");
        assertOneFault(folder.file("vocab.json") + " is no JSON");
    }

    @ParameterizedTest
    @CsvSource({"5", "-1", "564", "2.5", "null", "\"6\"", "99999999999"})
    void aNumberThatIsNoTokensIsAGap(String number) {
        folder.replace("vocab.json", ": 6,", ": " + number + ",");
        assertOneFault(folder.file("vocab.json") + " gives no token the number 6, but 564 tokens", "0 to 563");
    }

    @Test
    void mergesThatTheVocabularyDoesntKnowAreCountedAndTheFirstIsNamed() {
        folder.append("merges.txt", "q q\nx z</w>\n");
        assertOneFault(folder.file("merges.txt") + ": 2 lines aren't two tokens", "\"q q\"", "get both files anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {"the", " the", "the ", "t h e", "th  e", "<html>"})
    void aLineThatIsNoMergeIsNamed(String line) {
        folder.append("merges.txt", line + "\n");
        assertOneFault("1 lines aren't two tokens", "\"" + line + "\"");
    }

    @Test
    void mergesInAnotherEncodingAreAFault() throws IOException {
        Files.write(folder.file("merges.txt"), new byte[] {'a', ' ', (byte) 0xE9, '\n'});
        assertOneFault(folder.file("merges.txt") + " is no text in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bos_token", "eos_token", "unk_token", "pad_token"})
    void aSpecialTokenThatTheVocabularyLacksIsNamedWithItsFile(String key) {
        folder.write("special_tokens_map.json", "{\"%s\": \"[X]\"}".formatted(key));
        assertOneFault(folder.file("special_tokens_map.json") + ": " + key + " is \"[X]\"", "vocab.json");
    }

    @Test
    void aSpecialTokenOfTheConfigurationIsNamedWithItsFile() {
        folder.delete("special_tokens_map.json");
        folder.replace("tokenizer_config.json", "\"pad_token\": \"<|endoftext|>\"", "\"pad_token\": {\"content\": 55}");
        assertOneFault(folder.file("tokenizer_config.json") + ": pad_token is \"55\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-77", "77.5", "\"77\"", "true", "[]"})
    void aLengthThatNoWindowCanHaveIsAFault(String length) {
        folder.replace("tokenizer_config.json", "77", length);
        assertOneFault(
                folder.file("tokenizer_config.json") + " says " + length + " for model_max_length", "at least 3");
    }

    private void assertOneFault(String... parts) {
        List<String> faults = folder.faults();
        assertEquals(1, faults.size(), faults::toString);
        for (String part : parts) {
            assertTrue(faults.get(0).contains(part), () -> faults.get(0) + " lacks " + part);
        }
    }
}
