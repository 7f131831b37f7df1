package dev.easel.host.http;

import dev.easel.host.logging.LogContext;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Puts on every answer what all answers carry, and names the request in the log. */
final class AnswerHeaders extends Handler.Wrapper {

    private static final String REQUEST_ID = "X-Request-Id";
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";
    private static final Pattern ACCEPTABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String id = addTo(request, response.getHeaders());
        MDC.put(LogContext.REQUEST, id);
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(LogContext.REQUEST);
        }
    }

    /**
     * Adds the headers of all answers.
     *
     * @return the request's id: the one it brought, if that is fit to be logged, else a new one
     */
    static String addTo(Request request, HttpFields.Mutable headers) {
        String id = id(request);
        headers.put(REQUEST_ID, id);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Content-Security-Policy", POLICY);
        return id;
    }

    /** An id that was made is kept, as headers may be added anew when an answer becomes another. */
    private static String id(Request request) {
        if (request.getAttribute(REQUEST_ID) instanceof String known) {
            return known;
        }
        String id = Optional.ofNullable(request.getHeaders().get(REQUEST_ID))
                .filter(given -> ACCEPTABLE_ID.matcher(given).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
        request.setAttribute(REQUEST_ID, id);
        return id;
    }
}
