package dev.easel.openai.download;

import dev.easel.api.provider.Cancellation;
import dev.easel.api.provider.GenerationException;
import dev.easel.openai.config.ServiceConfiguration;
import dev.easel.openai.http.GuardedSockets;
import dev.easel.openai.http.RefusedAddressException;
import dev.easel.openai.http.ServiceClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Predicate;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Fetches images from addresses that a service names; safe for use by several threads. */
public final class ImageDownload implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;

    private final ServiceConfiguration service;
    private final AddressRules rules;
    private final ServiceClient trusting;
    private final ServiceClient guarded;

    /** Takes a fetched image. */
    @FunctionalInterface
    public interface Use {
        /**
         * Reads an image.
         *
         * @param image its bytes, as they arrive
         * @throws IOException if reading or storing fails
         */
        void read(InputStream image) throws IOException;
    }

    /**
     * Makes one.
     *
     * @param service the service that names the addresses
     * @param client the client that talks to the service
     */
    public ImageDownload(ServiceConfiguration service, ServiceClient client) {
        this(service, client, PublicAddresses::isPublic);
    }

    /**
     * Makes one with another notion of a public address, for tests.
     *
     * @param service the service that names the addresses
     * @param client the client that talks to the service
     * @param isPublic tells where anything may be fetched from
     */
    public ImageDownload(ServiceConfiguration service, ServiceClient client, Predicate<InetAddress> isPublic) {
        this.service = service;
        rules = new AddressRules(service.endpoint());
        trusting = client;
        // It shares no connections: HTTP/2 would let a guarded request use one that was made without guard.
        guarded = client.connectingBy(new GuardedSockets(isPublic));
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        guarded.close();
    }

    /**
     * Fetches one image.
     *
     * @param address what the service named
     * @param cancellation of the run, which closes the connection at once
     * @param use reads the image
     * @throws GenerationException if nothing is fetched from there
     * @throws IOException if fetching or storing fails
     */
    public void fetch(String address, Cancellation cancellation, Use use) throws IOException {
        try {
            follow(rules.read(address, service.endpoint().baseUrl()), cancellation, use);
        } catch (RefusedAddressException refused) {
            throw GenerationException.lacking(
                    "Service %s sends the address of an image instead of the image, and nothing is fetched from there: %s."
                                    .formatted(service.name(), refused.getMessage())
                            + " If the host may be trusted, add it to " + service.key("image-hosts") + ".",
                    null);
        }
    }

    private void follow(HttpUrl first, Cancellation cancellation, Use use) throws IOException {
        HttpUrl url = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Optional<String> location = client(url).send(request(url), cancellation, answer -> {
                if (answer.isRedirect()) {
                    return Optional.of(target(answer));
                }
                read(answer, use);
                return Optional.empty();
            });
            if (location.isEmpty()) {
                return;
            }
            url = rules.read(location.get(), url);
        }
        throw new RefusedAddressException("it redirects more than " + MOST_REDIRECTS + " times");
    }

    private static String target(Response redirect) throws IOException {
        @Nullable String target = redirect.header("Location");
        if (target == null) {
            throw new IOException("The image's address redirects (HTTP " + redirect.code() + ") without saying where");
        }
        return target;
    }

    private ServiceClient client(HttpUrl url) {
        return rules.isTrusted(url) ? trusting : guarded;
    }

    private Request request(HttpUrl url) {
        Headers headers = service.endpoint().isOwn(url) ? service.endpoint().headers() : Headers.EMPTY;
        return new Request.Builder().url(url).headers(headers).build();
    }

    private void read(Response response, Use use) throws IOException {
        if (!response.isSuccessful()) {
            throw new IOException("The image could not be fetched (HTTP " + response.code() + ")");
        }
        use.read(response.body().byteStream());
    }
}
