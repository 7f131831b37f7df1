package dev.easel.dist;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lines that a process has written so far; read on a thread of their own, so that the process never blocks. */
final class Lines {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    Lines(InputStream stream) {
        reader = new Thread(() -> read(stream), "lines");
        reader.setDaemon(true);
        reader.start();
    }

    List<String> soFar() {
        return List.copyOf(lines);
    }

    /** Waits for the end of the stream and returns all lines. */
    List<String> all() throws InterruptedException {
        reader.join(10_000);
        return soFar();
    }

    Optional<String> startingWith(String prefix) {
        return lines.stream().filter(line -> line.startsWith(prefix)).findFirst();
    }

    private void read(InputStream stream) {
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            in.lines().forEach(lines::add);
        } catch (IOException | java.io.UncheckedIOException ended) {
            lines.add("(the stream broke: " + ended + ")");
        }
    }
}
