package dev.easel.host.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Inputs worth keeping: those that were thought of, and those by which a fuzzer reached code that no other reached.
 *
 * @param folder where they lie, one a file
 */
public record Corpus(Path folder) {
    private static final Path CORPORA = Path.of("src/test/resources/fuzz");

    public static Corpus named(String name) {
        return new Corpus(CORPORA.resolve(name));
    }

    /** Words that the formats are made of, as libFuzzer's dictionaries have them. */
    public static Path dictionary() {
        return CORPORA.resolve("dictionary.txt");
    }

    /** All inputs, in the order of their paths, so that what is made of them is the same each time. */
    public List<byte[]> inputs() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().map(Corpus::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
