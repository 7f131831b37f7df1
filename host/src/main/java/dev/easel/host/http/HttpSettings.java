package dev.easel.host.http;

import dev.easel.host.config.EaselConfig;
import java.time.Duration;

/**
 * How the server listens.
 *
 * @param bind an address or host name
 * @param port 0 to 65535; 0 takes a free one
 * @param idleTimeout how long a client may take to send a request, or to read a part of an answer, positive
 * @param maxConnections how many connections may be open, positive
 * @param trust which hosts, proxies and web pages are trusted
 */
public record HttpSettings(String bind, int port, Duration idleTimeout, int maxConnections, EaselConfig.Http trust) {
    private static final int SPARE_CONNECTIONS = 4_000;

    /**
     * Makes settings with the usual timeout, which trust nobody.
     *
     * @param bind an address or host name
     * @param port 0 to 65535; 0 takes a free one
     * @return settings with an idle timeout of 30 s and 4,000 connections
     */
    public static HttpSettings of(String bind, int port) {
        return new HttpSettings(bind, port, Duration.ofSeconds(30), SPARE_CONNECTIONS, EaselConfig.Http.DEFAULT);
    }

    /**
     * Returns the same settings with room for requests that wait.
     *
     * @param requests how many wait at once, not negative
     * @return settings with 4,000 more connections than that
     */
    public HttpSettings withRoomFor(int requests) {
        return new HttpSettings(bind, port, idleTimeout, requests + SPARE_CONNECTIONS, trust);
    }

    /**
     * Returns the same settings with another timeout.
     *
     * @param timeout positive
     * @return settings with that timeout
     */
    public HttpSettings withIdleTimeout(Duration timeout) {
        return new HttpSettings(bind, port, timeout, maxConnections, trust);
    }

    /**
     * Returns the same settings with trust in others.
     *
     * @param trusted which hosts, proxies and web pages are trusted
     * @return settings with that trust
     */
    public HttpSettings trusting(EaselConfig.Http trusted) {
        return new HttpSettings(bind, port, idleTimeout, maxConnections, trusted);
    }
}
