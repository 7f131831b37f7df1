package dev.easel.api.contract;
import dev.easel.api.provider.ImageSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
public final class MemorySink implements ImageSink {
    public MemorySink(int index) {}
    public static List<MemorySink> sinks(int count) { throw new Error(); }
    public int index() { throw new Error(); }
    public OutputStream openStream() throws IOException { throw new Error(); }
    public byte[] image() { throw new Error(); }
    public boolean isComplete() { throw new Error(); }
}
