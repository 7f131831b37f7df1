package dev.easel.host.http;

import dev.easel.host.config.EaselConfig;
import java.time.Duration;

/**
 * How the server listens.
 *
 * @param bind an address or host name
 * @param port 0 to 65535; 0 takes a free one
 * @param idleTimeout how long a client may neither send nor read while it is expected to, positive
 * @param trust which hosts, proxies and web pages are trusted
 */
public record HttpSettings(String bind, int port, Duration idleTimeout, EaselConfig.Http trust) {

    /**
     * Makes settings with the usual timeout, which trust nobody.
     *
     * @param bind an address or host name
     * @param port 0 to 65535; 0 takes a free one
     * @return settings with an idle timeout of 30 s
     */
    public static HttpSettings of(String bind, int port) {
        return new HttpSettings(bind, port, Duration.ofSeconds(30), EaselConfig.Http.DEFAULT);
    }
}
