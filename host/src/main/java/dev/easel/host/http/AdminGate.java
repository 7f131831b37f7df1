package dev.easel.host.http;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.access.Authentication;
import dev.easel.host.access.Caller;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets administrators in, wherever they call from, and leaves a line in the log of each of their calls. */
final class AdminGate {
    private static final Logger AUDIT = LoggerFactory.getLogger("dev.easel.host.audit");

    private final Function<Context, Authentication> authenticator;

    AdminGate(Function<Context, Authentication> authenticator) {
        this.authenticator = authenticator;
    }

    /**
     * Refuses everyone but administrators.
     *
     * @throws HttpResponseException with 401 for guests and wrong credentials, 403 for other users, 429 for guessers
     */
    void requireAdministrator(Context context) {
        Authentication authentication = authenticator.apply(context);
        if (authentication instanceof Authentication.TooManyGuesses guesses) {
            context.header("Retry-After", Long.toString(seconds(guesses.delay())));
            throw new HttpResponseException(429);
        }
        if (!(authentication instanceof Authentication.Known known && known.caller() instanceof Caller.User user)) {
            context.header("WWW-Authenticate", "Basic realm=\"Easel\", charset=\"UTF-8\"");
            throw new HttpResponseException(401);
        }
        if (!user.administrator()) {
            throw new HttpResponseException(403);
        }
        log(user, context);
    }

    private static long seconds(Duration delay) {
        return Math.max(1, delay.plusMillis(999).toSeconds());
    }

    /** Tells whether an administrator calls; of others, and while the database is away, of nobody. */
    boolean isAdministrator(Context context) {
        try {
            requireAdministrator(context);
            return true;
        } catch (HttpResponseException | TaskStoreException unknown) {
            return false;
        }
    }

    private static void log(Caller.User user, Context context) {
        AUDIT.info("{} {} administrator={} address={}", context.method(), context.path(), user.name(), context.ip());
    }
}
