package dev.easel.diffusion.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a model directory at one moment, so that a later look can tell whether any has changed.
 *
 * @param files size and time of each file that belongs to a model, by its path below the directory
 */
record FolderState(Map<String, Mark> files) {
    private static final List<String> PARTS = List.of(
            "",
            "scheduler",
            "tokenizer",
            "tokenizer_2",
            "text_encoder",
            "text_encoder_2",
            "unet",
            "vae_decoder",
            "safety_checker",
            "feature_extractor");

    /** What tells one state of a file from another. */
    record Mark(long size, long modified) {}

    /** Looks at a directory; what can't be seen is not there. */
    static FolderState of(Path folder) {
        SortedMap<String, Mark> files = new TreeMap<>();
        for (String part : PARTS) {
            look(folder.resolve(part), part + "/", files);
        }
        return new FolderState(Map.copyOf(files));
    }

    /** Returns how many bytes the files of a part have together. */
    long bytesOf(String part) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(part + "/"))
                .mapToLong(file -> file.getValue().size())
                .sum();
    }

    private static void look(Path folder, String prefix, SortedMap<String, Mark> files) {
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : (Iterable<Path>) found::iterator) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    files.put(
                            prefix + file.getFileName(),
                            new Mark(
                                    attributes.size(),
                                    attributes.lastModifiedTime().toMillis()));
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // The reader of the model says so, with the reason.
        }
    }
}
