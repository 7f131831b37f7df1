package dev.easel.openai.call;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.openai.config.CallLimits;
import dev.easel.openai.config.ServiceConfiguration;
import dev.easel.openai.download.ImageDownload;
import dev.easel.openai.fault.FaultClassifier;
import dev.easel.openai.fault.Redaction;
import dev.easel.openai.http.ServiceClient;
import java.io.IOException;
import java.util.List;

/** Has images made by one service, and learns what it takes; safe for use by several threads. */
public final class ImageService {
    private final ServiceConfiguration configuration;
    private final Surroundings surroundings;
    private final ImagesApi api;
    private final LearnedShape learned;
    private final Pause pause;
    private final FaultClassifier classifier;
    private final Redaction redaction;

    /**
     * Makes one.
     *
     * @param configuration the service
     * @param client talks to it
     * @param download fetches images that it names
     * @param surroundings what is around it
     */
    public ImageService(
            ServiceConfiguration configuration,
            ServiceClient client,
            ImageDownload download,
            Surroundings surroundings) {
        this.configuration = configuration;
        this.surroundings = surroundings;
        CallLimits limits = configuration.limits();
        api = new ImagesApi(configuration.endpoint(), client, download, surroundings.clock());
        learned = new LearnedShape(
                configuration.name(),
                new RequestShape(configuration.fields(), limits.imagesPerRequest(), true),
                surroundings.logger());
        pause = new Pause(configuration.name(), surroundings.clock());
        classifier = new FaultClassifier(configuration);
        redaction = new Redaction(configuration.endpoint().secrets());
    }

    /**
     * Has one image made for each sink.
     *
     * @param request what is wanted
     * @param sinks at least one
     * @throws GenerationException if the service does not make them, says whose fault that is
     * @throws IOException if an image cannot be stored
     * @throws InterruptedException if interrupted while waiting
     */
    public void generate(GenerationRequest request, List<ImageSink> sinks) throws IOException, InterruptedException {
        new Generation(this, request, sinks).run();
    }

    ServiceConfiguration configuration() {
        return configuration;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    ImagesApi api() {
        return api;
    }

    LearnedShape learned() {
        return learned;
    }

    Pause pause() {
        return pause;
    }

    FaultClassifier classifier() {
        return classifier;
    }

    Redaction redactionFor(String prompt) {
        return redaction.andPrompt(prompt);
    }
}
