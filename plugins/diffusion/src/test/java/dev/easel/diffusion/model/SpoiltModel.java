package dev.easel.diffusion.model;

import dev.easel.diffusion.zoo.Damage;
import dev.easel.diffusion.zoo.Zoo;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** A copy of one of the tiny models, to be spoilt and read. */
final class SpoiltModel {
    private final Path folder;

    private SpoiltModel(Path folder) {
        this.folder = folder;
    }

    static SpoiltModel of(String name, Path parent) {
        return new SpoiltModel(Zoo.copy(name, parent));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    SpoiltModel write(String name, String content) throws IOException {
        Files.writeString(file(name), content);
        return this;
    }

    SpoiltModel write(String name, byte[] content) throws IOException {
        Files.write(file(name), content);
        return this;
    }

    SpoiltModel delete(String name) throws IOException {
        try (Stream<Path> files = Files.walk(file(name))) {
            for (Path each : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(each);
            }
        }
        return this;
    }

    SpoiltModel set(String name, String key, String json) throws IOException {
        Damage.set(folder, name, key, json);
        return this;
    }

    SpoiltModel unset(String name, String key) throws IOException {
        Damage.unset(folder, name, key);
        return this;
    }

    SpoiltModel cut(String name, long bytes) throws IOException {
        try (RandomAccessFile cut = new RandomAccessFile(file(name).toFile(), "rw")) {
            cut.setLength(cut.length() - bytes);
        }
        return this;
    }

    /** Replaces a part by that of another model. */
    SpoiltModel take(String part, String otherModel) throws IOException {
        Damage.take(folder, part, otherModel);
        return this;
    }

    DiffusionModel model() {
        ModelReading reading = new ModelReader(folder, false).read();
        return assertInstanceOf(ModelReading.Usable.class, reading, reading::toString)
                .model();
    }

    /** Returns everything that is wrong, with {@code <model>} for the path of the directory. */
    List<String> faults() {
        return faults(false);
    }

    List<String> faults(boolean wantsSafetyChecker) {
        ModelReading reading = new ModelReader(folder, wantsSafetyChecker).read();
        return assertInstanceOf(ModelReading.Faulty.class, reading, reading::toString).faults().stream()
                .map(fault -> fault.replace(folder.toString(), "<model>"))
                .toList();
    }
}
