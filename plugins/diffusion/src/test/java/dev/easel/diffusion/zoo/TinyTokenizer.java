package dev.easel.diffusion.zoo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The files of a tokenizer like CLIP's with few words: every byte, alone and at the end of a word, and what a few
 * merges make. Any text can be encoded.
 *
 * @param pad the token that fills a text up
 * @param classic whether the files look like those of 2022, where special tokens are objects, rather than later ones
 */
record TinyTokenizer(String pad, boolean classic) {
    /** Begins a text. */
    static final String START = "<|startoftext|>";

    /** Ends a text; has the highest number. */
    static final String END = "<|endoftext|>";

    private static final String WORD_END = "</w>";
    private static final List<String> MERGES = List.of(
            "r e",
            "re d</w>",
            "c i",
            "r c",
            "ci rc",
            "l e</w>",
            "circ le</w>",
            "b l",
            "u e</w>",
            "bl ue</w>",
            "o n</w>",
            "a t</w>",
            "c at</w>",
            "t h",
            "th e</w>",
            "i n",
            "in g</w>");

    /** The numbers of all tokens. */
    static Map<String, Integer> vocabulary() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        tokens().forEach(token -> numbers.put(token, numbers.size()));
        return numbers;
    }

    private static List<String> tokens() {
        List<String> tokens = new ArrayList<>(byteSymbols());
        byteSymbols().forEach(symbol -> tokens.add(symbol + WORD_END));
        MERGES.forEach(merge -> tokens.add(merge.replace(" ", "")));
        tokens.add(START);
        tokens.add(END);
        return tokens;
    }

    /** A visible character for each byte, as GPT-2 has them (Radford et al., 2019): itself where it is visible. */
    private static List<String> byteSymbols() {
        List<Integer> symbols = new ArrayList<>(
                IntStream.range(0, 256).filter(TinyTokenizer::visible).boxed().toList());
        int invisible = 256 - symbols.size();
        IntStream.range(256, 256 + invisible).forEach(symbols::add);
        return symbols.stream().map(Character::toString).toList();
    }

    private static boolean visible(int symbol) {
        return (symbol >= '!' && symbol <= '~') || (symbol >= 0xA1 && symbol != 0xAD);
    }

    /** Writes the files into a new folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("vocab.json"), new ObjectMapper().writeValueAsBytes(vocabulary()));
        Files.writeString(folder.resolve("merges.txt"), "#version: 0.2\n" + String.join("\n", MERGES) + "\n");
        Files.writeString(folder.resolve("tokenizer_config.json"), classic ? classicConfig() : newerConfig());
        Files.writeString(folder.resolve("special_tokens_map.json"), specialTokens());
    }

    private String classicConfig() {
        String type = "\"__type\": \"AddedToken\", ";
        return """
                {
                  "add_prefix_space": false,
                  "bos_token": {%1$s%2$s},
                  "do_lower_case": true,
                  "eos_token": {%1$s%3$s},
                  "errors": "replace",
                  "model_max_length": 77,
                  "pad_token": "%4$s",
                  "tokenizer_class": "CLIPTokenizer",
                  "unk_token": {%1$s%3$s}
                }
                """.formatted(type, added(START), added(END), pad);
    }

    private String newerConfig() {
        return """
                {
                  "add_prefix_space": false,
                  "added_tokens_decoder": {
                    "%1$s": {%2$s, "special": true},
                    "%3$s": {%4$s, "special": true}
                  },
                  "bos_token": "%5$s",
                  "clean_up_tokenization_spaces": true,
                  "do_lower_case": true,
                  "eos_token": "%6$s",
                  "errors": "replace",
                  "model_max_length": 77,
                  "pad_token": "%7$s",
                  "tokenizer_class": "CLIPTokenizer",
                  "unk_token": "%6$s"
                }
                """.formatted(vocabulary().get(START), added(START), vocabulary().get(END), added(END), START, END, pad);
    }

    private String specialTokens() {
        return """
                {
                  "bos_token": {%1$s},
                  "eos_token": {%2$s},
                  "pad_token": "%3$s",
                  "unk_token": {%2$s}
                }
                """.formatted(added(START), added(END), pad);
    }

    private static String added(String token) {
        return "\"content\": \"%s\", \"lstrip\": false, \"normalized\": true, \"rstrip\": false, \"single_word\": false"
                .formatted(token);
    }
}
