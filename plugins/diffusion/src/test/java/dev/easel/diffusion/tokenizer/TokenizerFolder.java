package dev.easel.diffusion.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A folder with a vocabulary of 564 tokens in CLIP's form, to read and to spoil. */
final class TokenizerFolder {
    static final int START = 562;
    static final int END = 563;

    private final Path folder;

    /** Puts the files into an empty folder. */
    TokenizerFolder(Path folder) {
        this.folder = folder;
        for (String name : List.of("vocab.json", "merges.txt", "tokenizer_config.json", "special_tokens_map.json")) {
            write(name, resource(name));
        }
    }

    static String resource(String name) {
        try (InputStream in = TokenizerFolder.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void write(String name, String content) {
        try {
            Files.writeString(file(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void append(String name, String content) {
        write(name, resource(name) + content);
    }

    void replace(String name, String part, String other) {
        String content = resource(name);
        if (!content.contains(part)) {
            throw new IllegalArgumentException(name + " has no " + part);
        }
        write(name, content.replace(part, other));
    }

    void delete(String name) {
        try {
            Files.delete(file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Reads a tokenizer that has to be without faults. */
    ClipTokenizer read() {
        return ClipTokenizer.read(folder, fault -> {
                    throw new AssertionError(fault);
                })
                .orElseThrow();
    }

    /** Reads a tokenizer that has to have faults. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (ClipTokenizer.read(folder, faults::add).isPresent()) {
            throw new AssertionError("was read, with " + faults);
        }
        return faults;
    }
}
