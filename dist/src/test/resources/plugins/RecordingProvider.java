import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.imageio.ImageIO;

/**
 * Notes the start and the end of every call in the file that RECORDING_LEDGER names, and takes as long as a number drawn
 * up to RECORDING_MILLIS. The first row of pixels of an image spells the prompt, the image's index and the call's id.
 */
public class RecordingProvider implements TextToImageProvider {
    private final Path ledger = Path.of(System.getenv("RECORDING_LEDGER"));
    private final long millis = Long.parseLong(System.getenv("RECORDING_MILLIS"));

    @Override
    public String id() {
        return "recording";
    }

    @Override
    public String name(Locale locale) {
        return "Recording";
    }

    @Override
    public Duration expectedRuntime(int images) {
        return Duration.ofSeconds(1);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException {
        String call = UUID.randomUUID().toString();
        note("start", call, request.prompt());
        for (ImageSink sink : sinks) {
            takeTime(request, millis / sinks.size());
            spell(request.prompt() + "#" + sink.index() + "#" + call, sink);
        }
        note("end", call, request.prompt());
    }

    private void takeTime(GenerationRequest request, long most) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 4, most)).toNanos();
        while (System.nanoTime() < end) {
            request.cancellation().throwIfCancelled();
            Thread.sleep(20);
        }
    }

    private static void spell(String text, ImageSink sink) throws IOException {
        BufferedImage image = new BufferedImage(text.length(), 8, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < text.length(); i++) {
            image.setRGB(i, 0, text.charAt(i));
        }
        try (OutputStream out = sink.openStream()) {
            ImageIO.write(image, "png", out);
        }
    }

    /** One write, so that a kill leaves whole lines. */
    private void note(String what, String call, String prompt) throws IOException {
        Files.writeString(
                ledger,
                what + "\t" + call + "\t" + prompt + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
