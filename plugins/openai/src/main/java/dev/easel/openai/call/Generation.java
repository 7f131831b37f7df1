package dev.easel.openai.call;

import dev.easel.api.provider.GenerationException;
import dev.easel.api.provider.GenerationException.Kind;
import dev.easel.api.provider.GenerationRequest;
import dev.easel.api.provider.ImageSink;
import dev.easel.openai.answer.StorageException;
import dev.easel.openai.fault.FaultClassifier;
import dev.easel.openai.fault.Redaction;
import dev.easel.openai.fault.ServiceError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run: as many requests as it takes to fill all sinks; for use by one thread. */
final class Generation {
    /** More than there are fields that a service can refuse one after another. */
    private static final int MOST_ADAPTATIONS = 20;

    private final ImageService service;
    private final GenerationRequest request;
    private final List<ImageSink> sinks;
    private final Redaction redaction;
    private final Persistence persistence;
    /** What is tried now, and remembered if it succeeds. */
    private final List<Adaptation> tried = new ArrayList<>();

    private int filled;

    Generation(ImageService service, GenerationRequest request, List<ImageSink> sinks) {
        this.service = service;
        this.request = request;
        this.sinks = sinks;
        redaction = service.redactionFor(request.prompt());
        persistence =
                new Persistence(sinks.get(0).index() > 0, service.surroundings().random());
    }

    void run() throws IOException, InterruptedException {
        while (filled < sinks.size()) {
            request.cancellation().throwIfCancelled();
            try {
                service.pause().await(request.cancellation());
                step(shape());
            } catch (GenerationException failed) {
                failed.retryAfter().ifPresent(service.pause()::begin);
                Pause.sleep(persistence.delayAfter(failed), request.cancellation());
            }
        }
    }

    /** Sends one request and, where that is refused for a reason that can be helped, changes the next. */
    private void step(RequestShape shape) throws IOException {
        int images = Math.min(sinks.size() - filled, shape.maxImages());
        SinkFiller filler = new SinkFiller(sinks.subList(filled, filled + images));
        Optional<ServiceError> error = send(shape, images, filler);
        if (error.isPresent()) {
            adapt(error.get(), shape, images);
        } else if (filler.taken() == 0) {
            throw GenerationException.providerAtFault(
                    "Service " + name() + " answered without an image and without an error.", null);
        } else {
            succeeded(filler.taken(), images);
        }
    }

    private Optional<ServiceError> send(RequestShape shape, int images, SinkFiller filler) throws IOException {
        try {
            return service.api().post(shape.body(request.prompt(), images), filler, redaction, request.cancellation());
        } catch (IOException failed) {
            request.cancellation().throwIfCancelled();
            if (failed instanceof StorageException) {
                throw failed;
            }
            if (filler.hasOpened()) {
                persistence.giveUp();
            }
            throw TransportFault.of(failed, service.configuration(), redaction);
        }
    }

    /** Goes on with another request if that may help, else ends the run. */
    private void adapt(ServiceError error, RequestShape shape, int images) {
        GenerationException fault = service.classifier().classify(error);
        boolean mayHelp = fault.kind() != Kind.LACKING
                && !FaultClassifier.refusesContent(error)
                && tried.size() < MOST_ADAPTATIONS;
        if (!mayHelp) {
            throw fault;
        }
        tried.add(adaptation(error, shape, images, fault.kind()).orElseThrow(() -> fault));
    }

    private Optional<Adaptation> adaptation(ServiceError error, RequestShape shape, int images, Kind kind) {
        boolean isNew = !service.learned().isProven();
        Optional<Adaptation> named = AdaptationFinder.named(error, shape, images);
        if (kind == Kind.REQUEST) {
            return named.or(() -> isNew ? AdaptationFinder.guessed(error, shape) : Optional.empty());
        }
        // An internal error of a service that has taken these fields is about something else, but for their number.
        return named.filter(adaptation -> isNew || adaptation instanceof Adaptation.AtMost);
    }

    private void succeeded(int made, int asked) {
        if (made == 1 && asked > 1) {
            tried.add(new Adaptation.AtMost(1));
        }
        service.learned().succeededWith(tried);
        tried.clear();
        filled += made;
        persistence.succeeded();
        request.progress((double) filled / sinks.size());
    }

    private RequestShape shape() {
        RequestShape shape = service.learned().current();
        for (Adaptation adaptation : tried) {
            shape = adaptation.applyTo(shape);
        }
        return shape;
    }

    private String name() {
        return service.configuration().name();
    }
}
