package dev.easel.api.task;
import java.io.IOException;
import java.io.InputStream;
public interface OutputImage {
    int index();
    String mediaType();
    InputStream openStream() throws IOException;
}
