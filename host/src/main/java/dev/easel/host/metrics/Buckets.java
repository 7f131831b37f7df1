package dev.easel.host.metrics;

import java.time.Duration;
import java.util.Arrays;

/** The upper bounds of histograms; fixed, so that the figures of several hosts and versions can be added. */
final class Buckets {
    /** Waits and runtimes: from a picture drawn at once to models that take an hour. */
    static final Duration[] RUNS =
            ofSeconds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600);

    /** Requests: those that wait for images take as long as the budget, 30 s by default. */
    static final Duration[] REQUESTS = ofSeconds(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60);

    private Buckets() {}

    private static Duration[] ofSeconds(double... bounds) {
        return Arrays.stream(bounds)
                .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
                .toArray(Duration[]::new);
    }
}
