package dev.easel.host.http;

import dev.easel.api.provider.Readiness;
import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.ProxyAuthenticator;
import dev.easel.host.access.SettableClock;
import dev.easel.host.access.TestAuthenticator;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.metrics.Metrics;
import dev.easel.host.ocs.InMemoryTaskManager;
import dev.easel.host.ocs.OcsRoutes;
import dev.easel.host.ocs.WaitLimits;
import dev.easel.host.task.TaskReports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** The real server on a free loopback port, over a task manager that the test holds, with a client for it. */
public final class TestServer implements AutoCloseable {
    public static final Duration BUDGET = Duration.ofSeconds(30);

    /** What administrators see of tasks. */
    static final AdminTasks NO_TASKS =
            (failedOnly, user, after, limit) -> new TaskReports.Page(List.of(), OptionalLong.empty());

    /** How a server is to be. */
    public record Setup(boolean guests, boolean limits, Duration idleTimeout, EaselConfig.Http trust) {
        private static final int MAX_WAITING = 3_000;
        private static final int MAX_CONNECTIONS = 4_000;

        public static final Setup OPEN = new Setup(true, false, Duration.ofSeconds(30));
        public static final Setup LIMITED = new Setup(true, true, Duration.ofSeconds(30));
        public static final Setup USERS_ONLY = new Setup(false, true, Duration.ofSeconds(30));

        public Setup(boolean guests, boolean limits, Duration idleTimeout) {
            this(guests, limits, idleTimeout, EaselConfig.Http.DEFAULT);
        }

        public Setup trusting(EaselConfig.Http trusted) {
            return new Setup(guests, limits, idleTimeout, trusted);
        }
    }

    public final InMemoryTaskManager tasks = new InMemoryTaskManager();
    public final SettableClock clock = new SettableClock();
    public volatile Health health =
            new Health(true, List.of(), List.of(new Health.Provider("placeholder", Readiness.ready())), List.of());

    private final Metrics metrics = new Metrics();
    private final OcsRoutes routes;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public TestServer() {
        this(Setup.OPEN);
    }

    public TestServer(Setup setup) {
        this(setup, Setup.MAX_WAITING, Setup.MAX_CONNECTIONS);
    }

    public TestServer(Setup setup, int maxWaiting, int maxConnections) {
        routes = new OcsRoutes(
                tasks,
                new ProxyAuthenticator(new TestAuthenticator(setup.guests()), TestAuthenticator::user),
                new AccessLimits(setup.limits(), clock),
                new WaitLimits(BUDGET, maxWaiting));
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0, setup.idleTimeout(), maxConnections, setup.trust()),
                routes,
                () -> health,
                metrics,
                NO_TASKS);
        server.start();
        metrics.start();
    }

    public int port() {
        return server.port();
    }

    public OcsRoutes routes() {
        return routes;
    }

    public HttpServer server() {
        return server;
    }

    public Metrics metrics() {
        return metrics;
    }

    /** Begins a request with the header that OCS wants. */
    public HttpRequest.Builder ocs(String path) {
        return plain(path).header("OCS-APIRequest", "true");
    }

    public HttpRequest.Builder plain(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    }

    public static HttpRequest.Builder as(String user, HttpRequest.Builder request) {
        return request.header("Authorization", TestAuthenticator.basic(user, "secret"));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpClient client() {
        return client;
    }

    public static BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }

    @Override
    public void close() {
        tasks.release();
        server.stop(Duration.ofSeconds(5));
        metrics.close();
    }
}
