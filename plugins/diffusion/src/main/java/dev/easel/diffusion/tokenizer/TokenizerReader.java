package dev.easel.diffusion.tokenizer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a tokenizer's folder; what it returns is of use only if there was no fault. */
final class TokenizerReader {
    private static final String START = "<|startoftext|>";
    private static final String END = "<|endoftext|>";

    private final Path folder;
    private final Consumer<String> faults;

    TokenizerReader(Path folder, Consumer<String> faults) {
        this.folder = folder;
        this.faults = faults;
    }

    Optional<ClipTokenizer> read() {
        TokenizerSettings settings = new TokenizerSettings(folder, faults);
        int maxLength = settings.maxLength();
        Path mergesFile = folder.resolve("merges.txt");
        List<String> lines = Merges.lines(mergesFile, faults);
        return Vocabulary.read(folder.resolve("vocab.json"), faults).map(vocabulary -> {
            Merges merges = Merges.of(lines, vocabulary, mergesFile, faults);
            int unknown = settings.specialToken("unk_token", END, vocabulary);
            return new ClipTokenizer(
                    new BytePairEncoder(vocabulary, merges, unknown),
                    maxLength,
                    settings.specialToken("bos_token", START, vocabulary),
                    settings.specialToken("eos_token", END, vocabulary),
                    settings.specialToken("pad_token", END, vocabulary));
        });
    }
}
