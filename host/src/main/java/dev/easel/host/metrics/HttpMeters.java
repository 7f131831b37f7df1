package dev.easel.host.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;

/** How HTTP requests were answered. */
final class HttpMeters {
    /** Clients may write any method, and each would be a series of its own. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final MeterRegistry registry;

    HttpMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String method, String route, int status, Duration took) {
        Timer.builder("easel.http.request.duration")
                .description("How long requests took, those included that wait for images")
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(Buckets.REQUESTS)
                .register(registry)
                .record(took);
    }
}
