package dev.easel.openai.call;

import dev.easel.openai.config.Endpoint;
import dev.easel.openai.config.ProxyServer;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Makes the HTTP client for one service. */
public final class ServiceClient {
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofMinutes(1);

    private ServiceClient() {}

    /**
     * Makes a client that follows no redirects, repeats nothing and uses no proxy that is not configured.
     *
     * @param endpoint the service
     * @param timeout for a whole request
     * @return a client with a connection pool of its own
     */
    public static OkHttpClient of(Endpoint endpoint, Duration timeout) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .connectTimeout(TO_CONNECT)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .callTimeout(timeout)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(5, KEPT.toSeconds(), TimeUnit.SECONDS))
                .proxy(Proxy.NO_PROXY);
        endpoint.proxy().ifPresent(proxy -> useProxy(builder, proxy));
        return builder.build();
    }

    /**
     * Closes what a client holds.
     *
     * @param client of {@link #of}
     */
    public static void close(OkHttpClient client) {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static void useProxy(OkHttpClient.Builder builder, ProxyServer server) {
        builder.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(server.host(), server.port())));
        builder.proxyAuthenticator((route, response) -> server.credentials()
                .filter(credentials -> response.request().header("Proxy-Authorization") == null)
                .map(credentials -> response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", credentials)
                        .build())
                .orElse(null));
    }
}
