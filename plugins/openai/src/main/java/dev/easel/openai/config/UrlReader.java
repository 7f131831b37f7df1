package dev.easel.openai.config;

import java.util.List;
import java.util.Optional;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Reads addresses; for use by one thread. */
final class UrlReader {
    /** Stands for an address that could not be read, so that reading can go on and find more faults. */
    private static final HttpUrl UNUSABLE = HttpUrl.get("http://unusable.invalid/");

    private static final String IMAGES = "/images/generations";

    private final List<String> faults;

    UrlReader(List<String> faults) {
        this.faults = faults;
    }

    /** Reads the base URL; a slash or the path of the images API at its end is taken off. */
    HttpUrl baseUrl(String key, String text) {
        @Nullable HttpUrl url = HttpUrl.parse(text.strip());
        if (url == null) {
            faults.add("%s is \"%s\"; it must be an address such as https://api.openai.com/v1."
                    .formatted(key, withoutSecrets(text)));
            return UNUSABLE;
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            faults.add(key + " holds a user name or a password; set api-key or headers instead.");
        }
        String path = url.encodedPath().replaceFirst("/+$", "");
        String base = path.endsWith(IMAGES) ? path.substring(0, path.length() - IMAGES.length()) : path;
        return url.newBuilder()
                .encodedPath(base.isEmpty() ? "/" : base)
                .fragment(null)
                .build();
    }

    /** Reads the address of a proxy; empty if none is given or it is not usable. */
    Optional<ProxyServer> proxy(String key, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        @Nullable HttpUrl url = HttpUrl.parse(text.strip());
        if (url == null || url.isHttps() || !url.encodedPath().equals("/")) {
            faults.add("%s is \"%s\"; it must be http://host:port or http://user:password@host:port."
                    .formatted(key, withoutSecrets(text)));
            return Optional.empty();
        }
        Optional<String> credentials = url.username().isEmpty()
                ? Optional.empty()
                : Optional.of(Credentials.basic(url.username(), url.password()));
        return Optional.of(new ProxyServer(url.host(), url.port(), credentials));
    }

    private static String withoutSecrets(String text) {
        return text.strip().replaceFirst("(?s)^.*@", "…@").replaceFirst("(?s)\\?.*", "?…");
    }
}
