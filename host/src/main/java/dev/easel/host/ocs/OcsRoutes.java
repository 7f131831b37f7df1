package dev.easel.host.ocs;

import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.Authentication;
import dev.easel.host.access.Authenticator;
import dev.easel.host.access.GuestSession;
import dev.easel.host.access.RequestFacts;
import dev.easel.host.task.TaskManager;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/**
 * Everything below {@code /ocs/v1.php} and {@code /ocs/v2.php}: who is calling, the endpoints, and the answers to what
 * goes wrong. Safe for use by several threads.
 */
public final class OcsRoutes {

    /** How many bytes of a body are read at most. */
    public static final int MAX_BODY = 1024 * 1024;

    private final Authenticator authenticator;
    private final Guard guard;
    private final Text2ImageTable table;
    private final OcsErrors errors = new OcsErrors();

    /**
     * Makes the routes.
     *
     * @param tasks what the endpoints work on
     * @param authenticator finds out who is calling
     * @param limits how often callers may call
     * @param runNowBudget how long a request waits at most for its images, not negative
     */
    public OcsRoutes(TaskManager tasks, Authenticator authenticator, AccessLimits limits, Duration runNowBudget) {
        this.authenticator = authenticator;
        this.guard = new Guard(limits);
        this.table = Text2ImageTable.of(tasks, limits, runNowBudget, new SecureRandom());
    }

    /**
     * Adds all routes to a server.
     *
     * @param routes the server's routes
     */
    public void addTo(RoutesConfig routes) {
        for (OcsVersion version : OcsVersion.values()) {
            routes.before(version.prefix() + "/*", context -> begin(context, version));
            table.endpoints().forEach(endpoint -> add(endpoint, version, routes));
        }
    }

    private void add(Endpoint endpoint, OcsVersion version, RoutesConfig routes) {
        for (String method : endpoint.methods()) {
            routes.addHttpHandler(
                    HandlerType.findOrCreate(method),
                    version.prefix() + endpoint.path(),
                    context -> handle(endpoint, OcsCall.of(context)));
        }
    }

    private void begin(Context context, OcsVersion version) {
        Authentication authentication = authenticator.authenticate(facts(context));
        OcsCall.begin(context, version, authentication);
        if (authentication instanceof Authentication.WrongCredentials) {
            throw new OcsException(OcsErrors.wrongCredentials(context.header("X-Requested-With")));
        }
        // Javalin's names for its own handlers: a request by the method BEFORE would end here, with nothing as its
        // answer.
        if (!context.method().isHttpMethod()) {
            throw new NotFoundResponse();
        }
    }

    private static RequestFacts facts(Context context) {
        return new RequestFacts(
                Optional.ofNullable(context.header("Authorization")),
                Optional.ofNullable(context.cookie(GuestSession.COOKIE)),
                context.ip(),
                context.req().isSecure());
    }

    private void handle(Endpoint endpoint, Optional<OcsCall> begun) throws IOException {
        OcsCall call = begun.orElseThrow();
        endpoint.action().handle(call, guard.admit(call, endpoint));
    }

    /**
     * Answers what went wrong in a request that is one of these routes' or would be if there were such a route.
     *
     * @param failure an exception of these routes or of the server
     * @param context the request
     * @return false if the request is none of these routes', and was left alone
     * @throws UncheckedIOException if the answer can't be written
     */
    public boolean answer(Exception failure, Context context) {
        Optional<OcsCall> call = OcsCall.of(context);
        try {
            if (call.isPresent()) {
                errors.answer(failure, call.get());
            }
            return call.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
