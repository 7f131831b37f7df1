package dev.easel.openai.download;

import dev.easel.openai.config.Endpoint;
import dev.easel.openai.http.RefusedAddressException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Says which addresses images may be fetched from, as far as that can be told without connecting. Immutable. */
final class AddressRules {
    /** What browsers and C libraries read as a number, in ways that differ: octal, hexadecimal, or all in one. */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:0|[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-5])(?:\\.(?!$)|$)){4}");

    private final Endpoint service;

    AddressRules(Endpoint service) {
        this.service = service;
    }

    /**
     * Reads an address.
     *
     * @param from the address that redirected to it, which it may be relative to; or the service's
     * @throws RefusedAddressException if nothing is fetched from there
     */
    HttpUrl read(String text, HttpUrl from) throws RefusedAddressException {
        @Nullable HttpUrl url = from.resolve(text);
        if (url == null) {
            throw new RefusedAddressException("it is not an http or https address");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new RefusedAddressException("it holds a user name or a password");
        }
        if (!url.isHttps() && service.baseUrl().isHttps()) {
            throw new RefusedAddressException("it is http, though the service itself is https");
        }
        if (NUMBER.matcher(url.host()).matches() && !IPV4.matcher(url.host()).matches()) {
            throw new RefusedAddressException("its host is a number that programs read differently");
        }
        if (service.proxy().isPresent() && !isTrusted(url)) {
            throw new RefusedAddressException(
                    "behind a proxy only hosts that are configured can be told to be harmless");
        }
        return url;
    }

    /** Tells whether images may be fetched from an address even if it is not public. */
    boolean isTrusted(HttpUrl url) {
        String host = url.host().toLowerCase(Locale.ROOT);
        return service.isOwn(url)
                || service.imageHosts().contains(host)
                || service.imageHosts().contains(host + ":" + url.port());
    }
}
