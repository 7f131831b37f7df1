package dev.easel.placeholder;

import dev.easel.api.provider.ImageSink;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.IntStream;

/** Keeps an image in memory. */
final class MemorySink implements ImageSink {
    private final int index;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MemorySink(int index) {
        this.index = index;
    }

    static List<MemorySink> sinks(int count) {
        return IntStream.range(0, count).mapToObj(MemorySink::new).toList();
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public OutputStream openStream() {
        return bytes;
    }

    byte[] image() {
        return bytes.toByteArray();
    }
}
