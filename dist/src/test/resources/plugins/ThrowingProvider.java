import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Cannot be made. */
public class ThrowingProvider implements TextToImageProvider {
    public ThrowingProvider() {
        throw new IllegalStateException("the paint has dried up");
    }

    @Override
    public String id() {
        return "throwing";
    }

    @Override
    public String name(Locale locale) {
        return "Throwing";
    }

    @Override
    public Duration expectedRuntime(int images) {
        return Duration.ofSeconds(1);
    }

    @Override
    public void generate(GenerationRequest request, List<ImageSink> sinks) {}
}
