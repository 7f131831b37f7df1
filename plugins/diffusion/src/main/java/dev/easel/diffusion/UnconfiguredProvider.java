package dev.easel.diffusion;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.diffusion.config.ModelConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Stands for a model that cannot be used as it is configured, or is not configured, and says why. Immutable. */
final class UnconfiguredProvider implements TextToImageProvider {
    private final String model;
    private final List<String> faults;

    /**
     * Makes one.
     *
     * @param model the model's name, whether it is a good one or not
     * @param faults what is wrong, at least one
     */
    UnconfiguredProvider(String model, List<String> faults) {
        this.model = model;
        this.faults = List.copyOf(faults);
    }

    @Override
    public String id() {
        return ModelConfiguration.providerId(
                ModelConfiguration.isName(model) ? model : "misnamed-" + Integer.toHexString(model.hashCode()));
    }

    @Override
    public String name(Locale locale) {
        return ProviderName.of(model, locale);
    }

    @Override
    public Duration expectedRuntime(int images) {
        return Duration.ofMinutes(10);
    }

    @Override
    public Readiness readiness() {
        return new Readiness(Readiness.State.NOT_CONFIGURED, faults);
    }

    @Override
    public void generate(GenerationRequest request, List<ImageSink> sinks) {
        throw GenerationException.lacking(String.join(" ", faults), null);
    }
}
