package dev.easel.openai.config;

import dev.easel.api.plugin.PluginConfiguration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** Reads where a service is and how to be let in; for use by one thread. */
final class EndpointReader {
    private static final String OPENAI = "api.openai.com";
    /** What HTTP itself needs: another value would break the request. */
    private static final Set<String> OF_HTTP =
            Set.of("host", "content-type", "content-length", "transfer-encoding", "connection", "accept-encoding");

    private final String name;
    private final PluginConfiguration given;
    private final List<String> faults;

    EndpointReader(String name, PluginConfiguration given, List<String> faults) {
        this.name = name;
        this.given = given;
        this.faults = faults;
    }

    Endpoint read(HttpUrl baseUrl) {
        Optional<String> apiKey = apiKey(baseUrl);
        Headers headers = headers(baseUrl, apiKey);
        Optional<ProxyServer> proxy = new UrlReader(faults).proxy(path("proxy"), given.string("proxy"));
        return new Endpoint(baseUrl, apiKey, headers, proxy, imageHosts());
    }

    private Optional<String> apiKey(HttpUrl baseUrl) {
        String key = given.string("api-key").strip();
        if (key.isEmpty() && baseUrl.host().equals(OPENAI)) {
            faults.add("%s is not set; set it, or the environment variable EASEL_PLUGIN_OPENAI_SERVICES_%s_API_KEY."
                    .formatted(path("api-key"), name.toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        if (!key.chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
            faults.add(path("api-key") + " holds a space, a line break or a character beyond ASCII; check it.");
            return Optional.empty();
        }
        return Optional.of(key).filter(text -> !text.isEmpty());
    }

    private Headers headers(HttpUrl baseUrl, Optional<String> apiKey) {
        Headers.Builder headers = new Headers.Builder();
        apiKey.ifPresent(key -> addKey(headers, baseUrl, key));
        String organisation = given.string("organisation").strip();
        if (!organisation.isEmpty()) {
            set(headers, "organisation", "OpenAI-Organization", organisation);
        }
        given.strings("headers").forEach(line -> addExtra(headers, line));
        return headers.build();
    }

    /** Azure's services take keys in a header of their own. */
    private void addKey(Headers.Builder headers, HttpUrl baseUrl, String key) {
        if (baseUrl.host().endsWith(".azure.com")) {
            set(headers, "api-key", "api-key", key);
        } else {
            set(headers, "api-key", "Authorization", "Bearer " + key);
        }
    }

    private void addExtra(Headers.Builder headers, String line) {
        int colon = line.indexOf(':');
        String header = line.substring(0, Math.max(0, colon)).strip();
        if (header.isEmpty()) {
            faults.add(path("headers") + " holds a line that is no header; write each as in \"X-Team: pictures\".");
        } else if (OF_HTTP.contains(header.toLowerCase(Locale.ROOT))) {
            faults.add(path("headers") + " sets " + header + ", which Easel sets itself; take it out.");
        } else {
            set(headers, "headers", header, line.substring(colon + 1).strip());
        }
    }

    private void set(Headers.Builder headers, String key, String header, String value) {
        try {
            headers.set(header, value);
        } catch (IllegalArgumentException refused) {
            // Its message holds the value, which may be a secret.
            faults.add(path(key) + " has a character that no HTTP header may hold; only visible ASCII is allowed.");
        }
    }

    private Set<String> imageHosts() {
        Set<String> hosts = new LinkedHashSet<>();
        for (String host : given.strings("image-hosts")) {
            if (HttpUrl.parse("http://" + host.strip() + "/") == null || host.contains("/")) {
                faults.add("%s holds \"%s\"; write a host as in images.example or images.example:8443."
                        .formatted(path("image-hosts"), host));
            } else {
                hosts.add(host.strip().toLowerCase(Locale.ROOT));
            }
        }
        return hosts;
    }

    private String path(String key) {
        return ServiceReader.path(name) + "." + key;
    }
}
