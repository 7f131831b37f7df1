package dev.easel.openai.health;

import dev.easel.openai.config.ServiceConfiguration;
import dev.easel.openai.fault.Redaction;
import dev.easel.openai.http.Calls;
import dev.easel.openai.http.ServiceClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;

/**
 * Asks a service for its models, which costs nothing and needs the same key; safe for use by several threads.
 *
 * <p>Not every service has that request, and those that make images on one thread may not answer meanwhile. So only
 * what is certain counts: that the key is refused, or that nobody is there.
 */
public final class ModelsProbe {
    /** The host gives a readiness 5 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ServiceConfiguration service;
    private final ServiceClient client;
    private final Redaction redaction;

    /**
     * Makes one.
     *
     * @param service the service
     * @param client talks to it
     */
    public ModelsProbe(ServiceConfiguration service, ServiceClient client) {
        this.service = service;
        this.client = client;
        redaction = new Redaction(service.endpoint().secrets());
    }

    /**
     * Asks, and waits for the answer for at most 3 s.
     *
     * @return why the service cannot work, as a sentence; empty if nothing speaks against it
     */
    public Optional<String> problem() {
        Request request = new Request.Builder()
                .url(service.endpoint().at("models"))
                .headers(service.endpoint().headers())
                .build();
        try {
            return client.send(
                    request,
                    PATIENCE,
                    response -> response.code() == 401
                            ? Optional.of("Service %s refuses the key (HTTP 401): check %s."
                                    .formatted(service.name(), service.key("api-key")))
                            : Optional.empty());
        } catch (Calls.TimeoutException busy) {
            return Optional.empty();
        } catch (IOException unreachable) {
            return Optional.of("Service %s cannot be reached at %s (%s): check that it runs, and %s."
                    .formatted(
                            service.name(),
                            service.endpoint(),
                            redaction.clean(String.valueOf(unreachable.getMessage())),
                            service.key("base-url")));
        }
    }
}
