package com.example.sunset;

import dev.easel.api.plugin.PluginContext;
import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.pf4j.Extension;

/** Paints sunsets. */
@Extension
public final class SunsetProvider implements TextToImageProvider {
    private final int size;

    /** Makes the provider; the host calls this when it loads the plugin. */
    public SunsetProvider(PluginContext context) {
        size = context.configuration().integer("size");
    }

    @Override
    public String id() {
        return "sunset";
    }

    @Override
    public String name(Locale locale) {
        return locale.getLanguage().equals("de") ? "Sonnenuntergang" : "Sunset";
    }

    @Override
    public Duration expectedRuntime(int images) {
        return Duration.ofMillis(100).multipliedBy(images);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public Readiness readiness() {
        return size >= 16 && size <= 4096
                ? Readiness.ready()
                : Readiness.notConfigured("plugin.sunset.size is " + size + "; set it to a number from 16 to 4096.");
    }

    @Override
    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException {
        if (!readiness().isReady()) {
            throw GenerationException.lacking(readiness().reasons().get(0), null);
        }
        for (ImageSink sink : sinks) {
            request.cancellation().throwIfCancelled();
            Sunset sunset = new Sunset(request.prompt(), sink.index());
            try (OutputStream out = sink.openStream()) {
                ImageIO.write(sunset.paint(size), "png", out);
            }
        }
    }
}
