package dev.easel.placeholder;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.placeholder.drawing.PngWriter;
import dev.easel.placeholder.type.TextBlock;
import dev.easel.placeholder.type.Typeface;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jspecify.annotations.Nullable;
import org.pf4j.Extension;

/**
 * Serves every prompt with pictures that show the prompt itself.
 *
 * <p>The same prompt and index give the same picture; each index of a prompt gives another composition in other
 * colours. Safe for use by several threads.
 */
@Extension
public final class PlaceholderProvider implements TextToImageProvider {
    /** Measured, as the README tells: the fonts and everything else that only the first run does. */
    private static final Duration FIRST_RUN = Duration.ofMillis(350);

    private static final Duration PER_IMAGE = Duration.ofMillis(70);

    private @Nullable Illustrator illustrator;

    /** Makes a provider; the fonts are read when the first picture is wanted. */
    public PlaceholderProvider() {}

    @Override
    public String id() {
        return "placeholder";
    }

    @Override
    public String name(Locale locale) {
        Control english = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(
                        "dev.easel.placeholder.names", locale, PlaceholderProvider.class.getClassLoader(), english)
                .getString("provider.name");
    }

    @Override
    public Duration expectedRuntime(int images) {
        Duration warm = PER_IMAGE.multipliedBy(images);
        return hasRun() ? warm : warm.plus(FIRST_RUN);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException {
        Illustrator painter = illustrator();
        TextBlock text = painter.set(request.prompt());
        for (int i = 0; i < sinks.size(); i++) {
            request.cancellation().throwIfCancelled();
            ImageSink sink = sinks.get(i);
            PngWriter image = new PngWriter(painter.illustrate(request.prompt(), text, sink.index()));
            try (OutputStream out = sink.openStream()) {
                image.write(out);
            }
            request.progress((i + 1.0) / sinks.size());
        }
    }

    private synchronized boolean hasRun() {
        return illustrator != null;
    }

    private synchronized Illustrator illustrator() {
        if (illustrator == null) {
            illustrator = new Illustrator(Typeface.load());
        }
        return illustrator;
    }
}
