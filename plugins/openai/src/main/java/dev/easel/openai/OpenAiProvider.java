package dev.easel.openai;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.api.provider.Readiness;
import dev.easel.api.provider.TextToImageProvider;
import dev.easel.openai.call.ImageService;
import dev.easel.openai.call.Surroundings;
import dev.easel.openai.config.ServiceConfiguration;
import dev.easel.openai.download.ImageDownload;
import dev.easel.openai.health.ModelsProbe;
import dev.easel.openai.health.ServiceHealth;
import dev.easel.openai.http.ServiceClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The provider that stands for one service; safe for use by several threads. */
final class OpenAiProvider implements TextToImageProvider {
    private static final Duration FIRST_IMAGE = Duration.ofSeconds(15);
    private static final Duration FURTHER_IMAGE = Duration.ofSeconds(10);

    private final ServiceConfiguration configuration;
    private final ImageService service;
    private final ServiceHealth health;
    private final List<AutoCloseable> connections;

    private OpenAiProvider(
            ServiceConfiguration configuration,
            ImageService service,
            ServiceHealth health,
            List<AutoCloseable> connections) {
        this.configuration = configuration;
        this.service = service;
        this.health = health;
        this.connections = connections;
    }

    /** Makes the provider of a service; it closes the client. */
    static OpenAiProvider of(ServiceConfiguration configuration, ServiceClient client, Surroundings surroundings) {
        return of(configuration, client, surroundings, new ImageDownload(configuration, client));
    }

    /** Makes one that fetches images in its own way, for tests. */
    static OpenAiProvider of(
            ServiceConfiguration configuration,
            ServiceClient client,
            Surroundings surroundings,
            ImageDownload download) {
        ImageService service = new ImageService(configuration, client, download, surroundings);
        ModelsProbe probe = new ModelsProbe(configuration, client);
        ServiceHealth health = new ServiceHealth(probe::problem, surroundings.clock());
        return new OpenAiProvider(configuration, service, health, List.of(download, client));
    }

    @Override
    public String id() {
        return ServiceConfiguration.providerId(configuration.name());
    }

    @Override
    public String name(Locale locale) {
        return ProviderName.of(configuration.name(), locale);
    }

    @Override
    public Duration expectedRuntime(int images) {
        return FIRST_IMAGE.plus(FURTHER_IMAGE.multipliedBy(images - 1L));
    }

    @Override
    public int slots() {
        return configuration.limits().concurrency();
    }

    @Override
    public int maxImagesPerCall() {
        return configuration.limits().imagesPerRequest();
    }

    @Override
    public Readiness readiness() {
        return health.readiness();
    }

    @Override
    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException {
        try {
            service.generate(request, sinks);
            health.works();
        } catch (GenerationException failed) {
            if (failed.kind() == GenerationException.Kind.LACKING) {
                health.lacks(String.valueOf(failed.getMessage()));
            }
            throw failed;
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable connection : connections) {
            connection.close();
        }
    }
}
