import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Is expected to take long, and waits until a file "go" lies in the plugin's data folder. */
public class PatientProvider implements TextToImageProvider {
    private final Path folder;

    public PatientProvider(PluginContext context) {
        folder = context.dataFolder();
    }

    @Override
    public String id() {
        return "patient";
    }

    @Override
    public String name(Locale locale) {
        return "Patient";
    }

    @Override
    public Duration expectedRuntime(int images) {
        return Duration.ofMinutes(10);
    }

    @Override
    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("started"), "");
        while (!Files.exists(folder.resolve("go"))) {
            request.cancellation().throwIfCancelled();
            Thread.sleep(20);
        }
        for (ImageSink sink : sinks) {
            try (OutputStream out = sink.openStream()) {
                ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
            }
        }
    }
}
