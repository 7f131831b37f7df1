package dev.easel.host.http;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.access.TrustedHosts;
import dev.easel.host.access.UntrustedHostException;
import dev.easel.host.access.proxy.TrustedProxies;
import dev.easel.host.metrics.Metrics;
import dev.easel.host.ocs.OcsRoutes;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.ParsedEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: started by the constructor's caller with {@link #start}, stopped once with {@link #stop}.
 *
 * <p>A request that waits for its images holds no thread. Safe for use by several threads.
 */
public final class HttpServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /** When the server stops, connections between two requests are kept no longer. */
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(100);

    /** Where many connect at once, those that find no place here try again after a second. */
    private static final int ACCEPT_QUEUE = 1024;

    private static final int MAX_THREADS = 64;
    private static final int MIN_THREADS = 8;

    /** Of what is kept for slow clients, no more than this part of the heap. */
    private static final int SHARE_OF_HEAP = 8;

    private final HttpSettings settings;
    private final OcsRoutes ocs;
    private final HealthRoutes health;
    private final MetricsRoute metrics;
    private final AdminTasksRoute adminTasks;
    private final Cors cors;
    private final Javalin javalin;
    private final AtomicReference<Server> jetty = new AtomicReference<>();
    private final AtomicReference<@Nullable Connections> connections = new AtomicReference<>();

    /**
     * Makes a server that doesn't listen yet.
     *
     * @param settings how it will listen
     * @param ocs the OCS routes
     * @param health asked for the host's state by each request for it, on the request's thread
     * @param metrics counts the requests; shown to callers on this machine and to administrators
     * @param tasks shown to administrators
     */
    public HttpServer(
            HttpSettings settings, OcsRoutes ocs, Supplier<Health> health, Metrics metrics, AdminTasks tasks) {
        AdminGate gate = new AdminGate(ocs::authenticate);
        this.settings = settings;
        this.ocs = ocs;
        this.health = new HealthRoutes(health, gate);
        this.metrics = new MetricsRoute(metrics, gate);
        this.adminTasks = new AdminTasksRoute(gate, tasks);
        this.cors = new Cors(settings.trust().corsOrigins());
        this.javalin = Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = OcsRoutes.MAX_BODY;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.router.ignoreTrailingSlashes = false;
        config.router.treatMultipleSlashesAsSingleSlash = true;
        config.jetty.addConnector(this::connector);
        config.jetty.threadPool = threads();
        config.jetty.modifyServer(this::configure);
        metrics.measureRequests(config);
        addRoutes(config.routes);
    }

    /** Requests run on virtual threads where the JDK has them; the pool then serves the connections only. */
    private static QueuedThreadPool threads() {
        QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        pool.setName("http");
        pool.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        return pool;
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.addCustomizer(
                new ProxiedRequests(new TrustedProxies(settings.trust().proxies())));
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.bind());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.addBean(connections(server));
        connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
        return connector;
    }

    private void configure(Server server) {
        server.insertHandler(new AnswerHeaders());
        server.insertHandler(slowClients(server));
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(new PlainErrors());
        jetty.set(server);
    }

    private SlowClients slowClients(Server server) {
        HeldBytes held = new HeldBytes(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
        return new SlowClients(connections(server), held, OcsRoutes.MAX_BODY);
    }

    private Connections connections(Server server) {
        return connections.updateAndGet(made -> made != null
                ? made
                : new Connections(settings.maxConnections(), settings.idleTimeout(), server.getScheduler()));
    }

    private void addRoutes(RoutesConfig routes) {
        HostCheck hosts =
                new HostCheck(new TrustedHosts(settings.bind(), settings.trust().trustedHosts()));
        routes.before(hosts::check);
        routes.before(cors::mark);
        ocs.addTo(routes);
        health.addTo(routes);
        metrics.addTo(routes);
        adminTasks.addTo(routes);
        routes.exception(Exception.class, this::answer);
        routes.exception(HttpResponseException.class, this::answer);
    }

    private void answer(Exception failure, Context context) {
        if (cors.answer(failure, context) || ocs.answer(failure, context)) {
            return;
        }
        if (failure instanceof UntrustedHostException) {
            answerPlainly(400, failure.getMessage() + "\n", context);
            return;
        }
        int status = status(failure);
        if (status == 500) {
            LOG.error("A request failed unexpectedly", failure);
        }
        answerPlainly(status, status == 404 ? "Not found\n" : "HTTP status " + status + "\n", context);
    }

    private static void answerPlainly(int status, String text, Context context) {
        context.status(status);
        context.contentType("text/plain; charset=utf-8");
        context.result(text);
    }

    private static int status(Exception failure) {
        if (failure instanceof HttpResponseException refusal) {
            return refusal.getStatus();
        }
        return failure instanceof TaskStoreException ? 503 : 500;
    }

    /** Returns what is registered with Javalin, so that a test can tell that it left no route out. */
    List<ParsedEndpoint> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers();
    }

    /**
     * Starts listening.
     *
     * @throws IllegalStateException if the address can't be bound; says which one
     */
    public void start() {
        try {
            javalin.start();
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Can't listen on %s port %d: %s. Give another address or port"
                            .formatted(settings.bind(), settings.port(), e.getMessage()),
                    e);
        }
    }

    /**
     * Returns the port that the server listens on.
     *
     * @return the real port, also where a free one was asked for
     */
    public int port() {
        return javalin.port();
    }

    /**
     * Stops accepting, lets requests that are under way end, then stops.
     *
     * @param grace how long they may take; what is longer is broken off
     */
    public void stop(Duration grace) {
        Server server = jetty.get();
        if (server != null) {
            server.setStopTimeout(grace.toMillis());
        }
        try {
            javalin.stop();
        } catch (RuntimeException e) {
            LOG.warn("Requests were still under way after {}, and were broken off", grace, e);
        }
    }
}
