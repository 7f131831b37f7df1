package dev.easel.host.http;

import dev.easel.host.ocs.OcsRoutes;
import io.javalin.http.Context;
import io.javalin.http.MethodNotAllowedResponse;
import java.util.List;
import java.util.Optional;

/**
 * Lets pages of configured origins read the answers of the OCS routes, after the Fetch Standard's CORS protocol.
 *
 * <p>Pages of other origins get what they would get if there were none of this.
 */
final class Cors {
    private static final String ANY = "*";

    private static final String REQUEST_HEADERS = String.join(
            ", ",
            "Accept",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-Modified-Since",
            "If-None-Match",
            "If-Range",
            "If-Unmodified-Since",
            "OCS-APIRequest",
            "Prefer",
            "Range",
            "X-Request-Id",
            "X-Requested-With");

    private static final String ANSWER_HEADERS = String.join(
            ", ",
            "Accept-Ranges",
            "Allow",
            "Content-Disposition",
            "Content-Range",
            "ETag",
            "Preference-Applied",
            "Retry-After",
            "X-Request-Id");

    /** How long browsers keep the answer to a preflight, in seconds. */
    private static final String MAX_AGE = "3600";

    private final List<String> origins;

    Cors(List<String> origins) {
        this.origins = List.copyOf(origins);
    }

    /** Marks an answer that is still to come. */
    void mark(Context context) {
        if (origins.isEmpty() || !OcsRoutes.serves(context.path())) {
            return;
        }
        context.res().addHeader("Vary", "Origin");
        origin(context).ifPresent(origin -> {
            boolean named = !origin.equals(ANY) && origins.contains(origin);
            context.header("Access-Control-Allow-Origin", named ? origin : ANY);
            if (named) {
                context.header("Access-Control-Allow-Credentials", "true");
            }
            context.header("Access-Control-Expose-Headers", ANSWER_HEADERS);
        });
    }

    /** The origin that a request comes from, if pages from there may read the answer. */
    private Optional<String> origin(Context context) {
        return Optional.ofNullable(context.header("Origin"))
                .filter(origin -> origins.contains(origin) || origins.contains(ANY));
    }

    /**
     * Answers a preflight on a path that has routes.
     *
     * @param failure what became of the request, as there are no routes for OPTIONS
     * @return false if it is none, or none of an allowed origin, and was left alone
     */
    boolean answer(Exception failure, Context context) {
        boolean preflight = context.req().getMethod().equals("OPTIONS")
                && context.header("Access-Control-Request-Method") != null
                && OcsRoutes.serves(context.path())
                && origin(context).isPresent();
        if (!preflight || !(failure instanceof MethodNotAllowedResponse methods)) {
            return false;
        }
        context.status(204);
        context.header(
                "Access-Control-Allow-Methods",
                String.join(", ", methods.getDetails().values()));
        context.header("Access-Control-Allow-Headers", REQUEST_HEADERS);
        context.header("Access-Control-Max-Age", MAX_AGE);
        return true;
    }
}
