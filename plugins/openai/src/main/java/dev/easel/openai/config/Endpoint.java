package dev.easel.openai.config;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * Where a service is and how to be let in. Prints no secrets.
 *
 * @param baseUrl what the paths of the API are appended to; may have a query, which every request then carries
 * @param apiKey the key; empty if the service wants none
 * @param headers the headers that every request to the service carries, the key's among them
 * @param proxy the HTTP proxy that all requests go through; empty for none
 * @param imageHosts hosts, each with or without a port, that images may be fetched from besides public ones
 */
public record Endpoint(
        HttpUrl baseUrl,
        Optional<String> apiKey,
        Headers headers,
        Optional<ProxyServer> proxy,
        Set<String> imageHosts) {

    /** Copies the hosts. */
    public Endpoint {
        imageHosts = Set.copyOf(imageHosts);
    }

    /**
     * Returns the address of a part of the API.
     *
     * @param path such as {@code images/generations}
     * @return the address below the base URL, with its query
     */
    public HttpUrl at(String path) {
        return baseUrl.newBuilder().addPathSegments(path).build();
    }

    /**
     * Tells whether an address is the service's own, and so may be shown the key.
     *
     * @param url any address
     * @return true if scheme, host and port are those of the base URL
     */
    public boolean isOwn(HttpUrl url) {
        return url.scheme().equals(baseUrl.scheme())
                && url.host().equals(baseUrl.host())
                && url.port() == baseUrl.port();
    }

    /**
     * Returns every text that must not be seen in a log or a message.
     *
     * @return the key, the values of all headers, the query of the base URL and the proxy's password
     */
    public Set<String> secrets() {
        Set<String> secrets = new LinkedHashSet<>();
        apiKey.ifPresent(secrets::add);
        headers.forEach(header -> secrets.add(header.getSecond()));
        baseUrl.queryParameterNames()
                .forEach(name -> secrets.addAll(baseUrl.queryParameterValues(name).stream()
                        .map(String::valueOf)
                        .toList()));
        proxy.ifPresent(server -> server.credentials().ifPresent(secrets::add));
        return secrets;
    }

    @Override
    public String toString() {
        return baseUrl.redact();
    }
}
