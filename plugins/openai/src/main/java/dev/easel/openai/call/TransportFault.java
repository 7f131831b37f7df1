package dev.easel.openai.call;

import dev.easel.api.provider.GenerationException;
import dev.easel.openai.config.ServiceConfiguration;
import dev.easel.openai.fault.Redaction;
import dev.easel.openai.http.Calls;
import java.io.EOFException;
import java.io.IOException;

/** Says in words how talking to a service failed; that is the service's fault, for now. */
final class TransportFault {
    private TransportFault() {}

    static GenerationException of(IOException failed, ServiceConfiguration service, Redaction redaction) {
        String what = failed instanceof Calls.TimeoutException
                ? "did not answer within %d s (see %s)"
                        .formatted(service.limits().timeout().toSeconds(), service.key("timeout"))
                : "could not be used: " + redaction.clean(reason(failed));
        // Without its cause: that may hold names which the service chose.
        return GenerationException.providerAtFault("Service " + service.name() + " " + what + ".", null);
    }

    private static String reason(IOException failed) {
        String message = failed.getMessage();
        return message == null || message.isBlank() || failed instanceof EOFException
                ? "its answer ends too early (" + failed.getClass().getSimpleName() + ")"
                : message;
    }
}
