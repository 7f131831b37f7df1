package dev.easel.api.provider;
import java.io.IOException;
import java.io.OutputStream;
public interface ImageSink {
    long MAX_BYTES = 64L * 1024 * 1024;
    long MAX_PIXELS = 100_000_000;
    int index();
    OutputStream openStream() throws IOException;
    default void write(byte[] image) throws IOException { throw new Error(); }
}
