package dev.easel.openai;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.openai.config.ServiceConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Stands for a service that cannot be used as it is configured, and says why. Immutable. */
final class UnconfiguredProvider implements TextToImageProvider {
    private final String service;
    private final List<String> faults;

    /**
     * Makes one.
     *
     * @param service the service's name, whether it is a good one or not
     * @param faults what is wrong, at least one
     */
    UnconfiguredProvider(String service, List<String> faults) {
        this.service = service;
        this.faults = List.copyOf(faults);
    }

    @Override
    public String id() {
        return ServiceConfiguration.providerId(
                ServiceConfiguration.isName(service) ? service : "misnamed-" + Integer.toHexString(service.hashCode()));
    }

    @Override
    public String name(Locale locale) {
        return ProviderName.of(service, locale);
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
