package dev.easel.host.ocs;

import dev.easel.api.task.PreConditionNotMetException;
import dev.easel.api.task.TaskNotFoundException;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.access.UntrustedHostException;
import dev.easel.host.task.OrderKeyReusedException;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what goes wrong in a call. */
final class OcsErrors {
    private static final Logger LOG = LoggerFactory.getLogger(OcsErrors.class);
    private static final Duration STORE_RETRY = Duration.ofSeconds(5);
    private static final String UNKNOWN_ROUTE = "Invalid query, please check the syntax. API specifications are here:"
            + " http://www.freedesktop.org/wiki/Specifications/open-collaboration-services.\n";

    static OcsReply wrongCredentials(@Nullable String requestedWith) {
        String scheme = "XMLHttpRequest".equals(requestedWith) ? "DummyBasic" : "Basic";
        return OcsReply.framework(OcsVersion.UNAUTHORISED, "Unauthorised")
                .withHeader("WWW-Authenticate", scheme + " realm=\"Authorisation Required\"");
    }

    void answer(Exception failure, OcsCall call) throws IOException {
        if (call.context().res().isCommitted()) {
            call.abort(failure);
        } else if (failure instanceof Guard.MissingApiHeaderException) {
            answerMissingApiHeader(call.context());
        } else if (failure instanceof MethodNotAllowedResponse refusal) {
            String methods = String.join(", ", refusal.getDetails().values());
            call.answerEmpty(OcsReply.framework(405, "").withVisibleStatus().withHeader("Allow", methods));
        } else {
            call.answer(reply(failure, call));
        }
    }

    /** A web page can't read the answer, so it needs no envelope; Nextcloud sends none either. */
    private static void answerMissingApiHeader(Context context) {
        context.status(412);
        context.header("Cache-Control", "no-cache, no-store, must-revalidate");
        ContentTypes.set(context, Format.JSON.contentType());
        context.result("{\"message\":\"CSRF check failed\"}".getBytes(StandardCharsets.UTF_8));
    }

    private static OcsReply reply(Exception failure, OcsCall call) {
        if (failure instanceof OcsException refusal) {
            return refusal.reply();
        }
        if (failure instanceof UntrustedHostException refusal) {
            return OcsReply.refusal(400, untrusted(refusal.host(), call.messages()));
        }
        if (failure instanceof PreConditionNotMetException) {
            return OcsReply.refusal(412, call.messages().get("provider.none"));
        }
        if (failure instanceof OrderKeyReusedException) {
            return OcsReply.refusal(422, call.messages().get("idempotency-key.reused"));
        }
        if (failure instanceof TaskNotFoundException) {
            return OcsReply.refusal(404, call.messages().get("task.not-found"));
        }
        if (failure instanceof NotFoundResponse) {
            return OcsReply.framework(OcsVersion.UNKNOWN_ROUTE, UNKNOWN_ROUTE);
        }
        if (failure instanceof TaskStoreException) {
            LOG.warn("The tasks can't be read or stored", failure);
            return OcsReply.refusedFor("store.unavailable", 503, STORE_RETRY, call.messages());
        }
        LOG.error("A call failed unexpectedly", failure);
        return OcsReply.framework(OcsVersion.SERVER_ERROR, "Internal Server Error\n");
    }

    private static String untrusted(String host, Messages messages) {
        return host.isEmpty() ? messages.get("host.missing") : messages.get("host.untrusted", host);
    }
}
