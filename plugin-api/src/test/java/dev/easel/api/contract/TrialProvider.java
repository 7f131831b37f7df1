package dev.easel.api.contract;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A provider that keeps the contract; subclasses break it in one place each. */
class TrialProvider implements TextToImageProvider {
    static final String FORBIDDEN = "something forbidden";

    @Override
    public String id() {
        return "trial";
    }

    @Override
    public String name(Locale locale) {
        return "Trial";
    }

    @Override
    public Duration expectedRuntime(int images) {
        return Duration.ofMillis(10).multipliedBy(images);
    }

    @Override
    public Readiness readiness() {
        return Readiness.ready();
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException {
        if (request.prompt().contains(FORBIDDEN)) {
            throw GenerationException.requestAtFault("The prompt is forbidden; ask for something else");
        }
        for (ImageSink sink : sinks) {
            request.cancellation().throwIfCancelled();
            sink.write(image("png", request.prompt(), sink.index()));
        }
    }

    /** Paints an image that is another one for each prompt and index. */
    static byte[] image(String format, String prompt, int index) throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, prompt.hashCode() * 31 + index * 0x10101 + i);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }
}
