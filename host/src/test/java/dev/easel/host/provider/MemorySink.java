package dev.easel.host.provider;

import dev.easel.api.provider.ImageSink;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A sink that keeps what is written. */
final class MemorySink implements ImageSink {
    private final int index;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MemorySink(int index) {
        this.index = index;
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public OutputStream openStream() {
        return bytes;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
