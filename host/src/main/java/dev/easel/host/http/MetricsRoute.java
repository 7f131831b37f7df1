package dev.easel.host.http;

import dev.easel.host.metrics.Exposition;
import dev.easel.host.metrics.Metrics;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/** Measures requests, and shows Prometheus on this machine, and administrators anywhere, what was measured. */
final class MetricsRoute {
    /** Paths without a route are the client's to choose, and each would be a series of its own. */
    private static final String NO_ROUTE = "none";

    private final Metrics metrics;
    private final AdminGate gate;

    MetricsRoute(Metrics metrics, AdminGate gate) {
        this.metrics = metrics;
        this.gate = gate;
    }

    void measureRequests(JavalinConfig config) {
        config.requestLogger.http((context, millis) -> metrics.countRequest(
                context.method().name(), route(context), context.statusCode(), Duration.ofNanos((long)
                        (millis * 1e6))));
    }

    void addTo(RoutesConfig routes) {
        routes.get("/metrics", this::show);
    }

    private static String route(Context context) {
        return Optional.ofNullable(context.endpoints().matchedHttpEndpoint())
                .map(endpoint -> endpoint.path)
                .orElse(NO_ROUTE);
    }

    private void show(Context context) {
        if (!LocalCallers.isLocal(context)) {
            gate.requireAdministrator(context);
        }
        Exposition exposition =
                metrics.exposition(Optional.ofNullable(context.header("Accept")).orElse(""));
        context.header("Cache-Control", "no-store");
        context.header("Content-Type", exposition.contentType());
        context.result(exposition.text());
    }
}
