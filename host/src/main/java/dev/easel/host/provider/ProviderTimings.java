package dev.easel.host.provider;

import java.time.Duration;

/**
 * How long the host waits for plugins; all durations are positive.
 *
 * @param loading for one constructor, factory, start or stop of a plugin
 * @param answer for one short answer of a provider, and for its close
 * @param estimate for a declared runtime, which a request may be waiting for
 * @param recheck between two looks at a provider that is not ready
 * @param drain for the runs under way when the host stops
 */
public record ProviderTimings(Duration loading, Duration answer, Duration estimate, Duration recheck, Duration drain) {

    /**
     * Returns what the host uses.
     *
     * @return 30 s, 5 s, 1 s, 30 s, 30 s
     */
    public static ProviderTimings defaults() {
        return new ProviderTimings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30));
    }
}
