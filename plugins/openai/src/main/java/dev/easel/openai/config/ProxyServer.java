package dev.easel.openai.config;

import java.util.Optional;

/**
 * An HTTP proxy. Prints no secrets.
 *
 * @param host its name or address
 * @param port its port
 * @param credentials the value of {@code Proxy-Authorization}; empty if it wants none
 */
public record ProxyServer(String host, int port, Optional<String> credentials) {
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
