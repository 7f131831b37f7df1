package dev.easel.diffusion;

import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.diffusion.config.ModelConfiguration;
import dev.easel.diffusion.run.LocalModel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The provider that stands for one model; one run at a time, as it takes all cores. */
final class DiffusionProvider implements TextToImageProvider {
    private final String name;
    private final LocalModel model;

    /**
     * Makes one.
     *
     * @param name the administrator's name for the model
     * @param model the model, which is closed with the provider
     */
    DiffusionProvider(String name, LocalModel model) {
        this.name = name;
        this.model = model;
    }

    @Override
    public String id() {
        return ModelConfiguration.providerId(name);
    }

    @Override
    public String name(Locale locale) {
        return ProviderName.of(name, locale);
    }

    @Override
    public Duration expectedRuntime(int images) {
        return model.expectedRuntime(images);
    }

    @Override
    public Readiness readiness() {
        return model.readiness();
    }

    @Override
    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException {
        model.generate(request, sinks);
    }

    @Override
    public void close() {
        model.close();
    }
}
