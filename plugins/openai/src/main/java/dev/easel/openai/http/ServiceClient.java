package dev.easel.openai.http;

import dev.easel.api.provider.Cancellation;
import dev.easel.openai.config.ProxyServer;
import dev.easel.openai.config.ServiceConfiguration;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.SocketFactory;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends requests for one service; follows no redirects, repeats nothing and uses no proxy that is not configured.
 *
 * <p>Safe for use by several threads.
 */
public final class ServiceClient implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final long KEPT_SECONDS = 60;
    private static final int KEPT_CONNECTIONS = 5;

    private static final String PASSWORD = "Proxy-Authorization";

    private final OkHttpClient client;
    private final Calls calls;
    private final Duration timeout;

    private ServiceClient(OkHttpClient client, Calls calls, Duration timeout) {
        this.client = client;
        this.calls = calls;
        this.timeout = timeout;
    }

    /**
     * Makes a client.
     *
     * @param service whom it talks to
     * @return a client with connections of its own
     */
    public static ServiceClient of(ServiceConfiguration service) {
        return of(service, builder -> builder);
    }

    /**
     * Makes a client with other ways to find or trust hosts, for tests.
     *
     * @param service whom it talks to
     * @param changes what differs
     * @return a client with connections of its own
     */
    public static ServiceClient of(ServiceConfiguration service, UnaryOperator<OkHttpClient.Builder> changes) {
        IdleThreads.endSoon();
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .addInterceptor(ServiceClient::introduced)
                .connectTimeout(TO_CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(newPool())
                .socketFactory(new GuardedSockets(address -> true))
                .proxy(Proxy.NO_PROXY);
        service.endpoint().proxy().ifPresent(proxy -> useProxy(builder, proxy));
        return new ServiceClient(
                changes.apply(builder).build(),
                new Calls(service.name()),
                service.limits().timeout());
    }

    /**
     * Returns a client that connects in another way and shares no connection with this one.
     *
     * @param sockets makes its connections
     * @return a client that is closed with this one's calls
     */
    public ServiceClient connectingBy(SocketFactory sockets) {
        OkHttpClient other = client.newBuilder()
                .socketFactory(sockets)
                .connectionPool(newPool())
                .build();
        return new ServiceClient(other, calls, timeout);
    }

    /**
     * Sends a request and reads the answer, within the service's timeout.
     *
     * @param request what to send
     * @param cancellation closes the connection at once
     * @param reading reads the answer
     * @return what was read
     * @throws IOException if sending or reading failed, or the run was cancelled
     */
    public <T> T send(Request request, Cancellation cancellation, Calls.Reading<T> reading) throws IOException {
        return calls.make(client.newCall(request), timeout, cancellation, reading);
    }

    /**
     * Sends a request that nobody waits long for.
     *
     * @param request what to send
     * @param patience for the whole answer
     * @param reading reads the answer
     * @return what was read
     * @throws IOException if sending or reading failed
     */
    public <T> T send(Request request, Duration patience, Calls.Reading<T> reading) throws IOException {
        return calls.make(client.newCall(request), patience, Cancellation.never(), reading);
    }

    @Override
    public void close() {
        calls.close();
        client.connectionPool().evictAll();
    }

    private static void useProxy(OkHttpClient.Builder builder, ProxyServer server) {
        builder.proxy(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(server.host(), server.port())));
        server.credentials().ifPresent(credentials -> {
            // For tunnels to https; a request by plain http carries its password itself.
            builder.proxyAuthenticator((route, response) ->
                    response.request().header(PASSWORD) != null ? null : with(credentials, response.request()));
            builder.addInterceptor(chain ->
                    chain.proceed(chain.request().isHttps() ? chain.request() : with(credentials, chain.request())));
        });
    }

    private static Request with(String credentials, Request request) {
        return request.newBuilder().header(PASSWORD, credentials).build();
    }

    private static Response introduced(Interceptor.Chain chain) throws IOException {
        Request request = chain.request();
        return chain.proceed(
                request.header("User-Agent") != null
                        ? request
                        : request.newBuilder().header("User-Agent", "Easel").build());
    }

    private static ConnectionPool newPool() {
        return new ConnectionPool(KEPT_CONNECTIONS, KEPT_SECONDS, TimeUnit.SECONDS);
    }
}
