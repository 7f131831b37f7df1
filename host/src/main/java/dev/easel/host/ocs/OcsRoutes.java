package dev.easel.host.ocs;

import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.Authentication;
import dev.easel.host.access.Authenticator;
import dev.easel.host.access.GuestSession;
import dev.easel.host.access.RequestFacts;
import dev.easel.host.access.UntrustedHostException;
import dev.easel.host.access.proxy.ForwardedRequest;
import dev.easel.host.task.TaskManager;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
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
     * @param waits how many requests wait for their images, and how long
     */
    public OcsRoutes(TaskManager tasks, Authenticator authenticator, AccessLimits limits, WaitLimits waits) {
        this.authenticator = authenticator;
        this.guard = new Guard(limits);
        this.table = Text2ImageTable.of(tasks, limits, waits, new SecureRandom());
    }

    /**
     * Tells whether a path is one of these routes' or would be if there were such a route.
     *
     * @param path the path of a request
     * @return whether it is answered in an envelope
     */
    public static boolean serves(String path) {
        return OcsVersion.ofPath(path).isPresent();
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
        // A call can be answered once it has begun, even where nobody can be known now.
        OcsCall.begin(context, version, new Authentication.NotLoggedIn());
        Authentication authentication = authenticate(context);
        OcsCall.begin(context, version, authentication);
        if (authentication instanceof Authentication.WrongCredentials) {
            throw new OcsException(OcsErrors.wrongCredentials(context.header("X-Requested-With")));
        }
        if (authentication instanceof Authentication.TooManyGuesses guesses) {
            throw new OcsException(
                    OcsReply.framework(429, "Reached maximum delay").withRetryAfter(guesses.delay()));
        }
        // Javalin's names for its own handlers: a request by the method BEFORE would end here, with nothing as its
        // answer.
        if (!context.method().isHttpMethod()) {
            throw new NotFoundResponse();
        }
    }

    /**
     * Finds out who makes a request, to whichever route.
     *
     * @param context the request
     * @return the caller, or why there is none
     */
    public Authentication authenticate(Context context) {
        return authenticator.authenticate(facts(context));
    }

    private static RequestFacts facts(Context context) {
        return new RequestFacts(
                Optional.ofNullable(context.header("Authorization")),
                Optional.ofNullable(context.cookie(GuestSession.COOKIE)),
                context.ip(),
                context.req().isSecure(),
                Optional.<ForwardedRequest>ofNullable(context.attribute(ForwardedRequest.ATTRIBUTE))
                        .flatMap(ForwardedRequest::user));
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
        Optional<OcsCall> call =
                failure instanceof UntrustedHostException ? OcsCall.refused(context) : OcsCall.of(context);
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
