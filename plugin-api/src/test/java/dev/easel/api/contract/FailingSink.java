package dev.easel.api.contract;

import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.io.OutputStream;

/** Opens, and then stores nothing: the disk is full. */
final class FailingSink implements ImageSink {

    @Override
    public int index() {
        return 0;
    }

    @Override
    public OutputStream openStream() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw full();
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                throw full();
            }

            @Override
            public void close() throws IOException {
                throw full();
            }
        };
    }

    /** A new exception each time: one that is thrown twice cannot be suppressed by itself. */
    private static IOException full() {
        return new IOException("Image 0 could not be stored: the disk of this test is full");
    }
}
