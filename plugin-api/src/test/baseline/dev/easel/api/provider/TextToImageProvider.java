package dev.easel.api.provider;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.pf4j.ExtensionPoint;
public interface TextToImageProvider extends ExtensionPoint, AutoCloseable {
    String id();
    String name(Locale locale);
    Duration expectedRuntime(int images);
    void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException;
    default Readiness readiness() { throw new Error(); }
    default int maxImagesPerCall() { throw new Error(); }
    default int slots() { throw new Error(); }
    @Override
    default void close() throws Exception {}
}
