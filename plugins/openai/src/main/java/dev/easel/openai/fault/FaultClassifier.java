package dev.easel.openai.fault;

import dev.easel.api.provider.GenerationException;
import dev.easel.openai.config.ServiceConfiguration;
import java.time.Duration;
import java.util.Optional;

/** Tells whose fault an error of a service is, and says it in words for an administrator. Immutable. */
public final class FaultClassifier {
    private final ServiceConfiguration service;

    /**
     * Makes one.
     *
     * @param service the service whose errors it tells
     */
    public FaultClassifier(ServiceConfiguration service) {
        this.service = service;
    }

    /**
     * Returns what the host is told of an error.
     *
     * @param error what the service said
     * @return the failure of the run
     */
    public GenerationException classify(ServiceError error) {
        if (refusesContent(error)) {
            return GenerationException.requestAtFault(
                    "Service " + service.name() + " refuses the prompt" + error.inWords());
        }
        if (wantsMoney(error)) {
            return lacking("has no credit or quota left: add some there, or use another key", error);
        }
        if (error.status() != 401 && lacksModel(error)) {
            return lacking(modelFault(), error);
        }
        return byStatus(error);
    }

    private GenerationException byStatus(ServiceError error) {
        int status = error.status();
        if (status == 401 || status == 403) {
            return lacking("refuses the key (HTTP %d): check %s".formatted(status, service.key("api-key")), error);
        }
        if (status == 404 || status == 405 || (status >= 300 && status < 400)) {
            return lacking(
                    "has no images API where it is looked for (HTTP %d): check %s"
                            .formatted(status, service.key("base-url")),
                    error);
        }
        boolean later = status < 400 || status >= 500 || status == 408 || status == 409 || status == 425;
        if (later || status == 429) {
            return later(error);
        }
        return GenerationException.requestAtFault(
                "Service %s refuses the request (HTTP %d)%s".formatted(service.name(), status, error.inWords()));
    }

    private GenerationException later(ServiceError error) {
        String message = error.status() == 429
                ? "Service " + service.name() + " asks for fewer requests (HTTP 429)" + error.inWords()
                : "Service %s failed (HTTP %d)%s".formatted(service.name(), error.status(), error.inWords());
        Optional<Duration> delay = error.retryAfter();
        return delay.isPresent()
                ? GenerationException.providerAtFault(message, delay.get(), null)
                : GenerationException.providerAtFault(message, null);
    }

    private GenerationException lacking(String what, ServiceError error) {
        return GenerationException.lacking("Service " + service.name() + " " + what + error.inWords(), null);
    }

    private String modelFault() {
        return service.fields()
                .text("model")
                .map(model -> "does not have the model %s: check %s".formatted(model, service.key("model")))
                .orElseGet(() -> "wants a model: set " + service.key("model"));
    }

    /**
     * Tells whether a service refuses the prompt for what it says: by OpenAI's and Azure's codes, or the words of those
     * who have none.
     *
     * @param error what the service said
     * @return true if it does
     */
    public static boolean refusesContent(ServiceError error) {
        return error.status() < 500
                && error.mentions(
                        "content_policy",
                        "content policy",
                        "moderation_blocked",
                        "contentfilter",
                        "content_filter",
                        "content filter",
                        "content management policy",
                        "responsibleaipolicyviolation",
                        "safety system",
                        "image_generation_user_error");
    }

    private static boolean wantsMoney(ServiceError error) {
        return error.status() == 402
                || error.mentions(
                        "insufficient_quota",
                        "insufficient quota",
                        "exceeded your current quota",
                        "billing",
                        "insufficient_credit",
                        "insufficient credit",
                        "insufficient_balance",
                        "insufficient balance");
    }

    private boolean lacksModel(ServiceError error) {
        if (error.mentions("model_not_found", "deploymentnotfound", "invalid_model", "model_not_available")) {
            return true;
        }
        boolean isAboutModel = error.param().equals("model") || error.mentions("model");
        return isAboutModel && !isTemporary(error.status()) && (isUnknown(error) || isMissing(error));
    }

    private static boolean isUnknown(ServiceError error) {
        return error.mentions(
                "not found",
                "not exist",
                "no such",
                "unknown model",
                "not load",
                "not available",
                "invalid model",
                "no model");
    }

    /** Only where none is configured: with a model, what is required may be anything. */
    private boolean isMissing(ServiceError error) {
        return service.fields().text("model").isEmpty() && error.mentions("must provide", "required", "missing");
    }

    /** Services that are overloaded say that a model is not available. */
    private static boolean isTemporary(int status) {
        return status == 429 || (status > 500 && status < 600);
    }
}
