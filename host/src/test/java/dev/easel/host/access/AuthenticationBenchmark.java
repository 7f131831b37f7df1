package dev.easel.host.access;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.easel.host.database.Database;
import dev.easel.host.database.MariaDbServer;
import dev.easel.host.task.EmbeddedDatabases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What it costs to find out who is calling, beside a look into a map.
 *
 * <p>The build leaves it out. One command runs it: {@code mvn -q -pl host -am test -Dtest=AuthenticationBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class AuthenticationBenchmark {
    private static final int USERS = 1_000;
    private static final int WARM = 200_000;
    private static final int COLD = 2_000;

    private final AtomicLong nanos = new AtomicLong();
    private final StringBuilder table = new StringBuilder("us a request, %d users%n".formatted(USERS));

    @Test
    void printsTheTable(@TempDir Path embedded, @TempDir Path unused) {
        try (Database database = EmbeddedDatabases.open(embedded)) {
            measure("embedded", database);
        }
        try (Database database = Database.open(MariaDbServer.shared().newDatabase(), unused)) {
            measure("MariaDB", database);
        }
        System.out.println(table);
        assertTrue(table.length() > 0);
    }

    private void measure(String name, Database database) {
        RequestFacts[] right = new RequestFacts[USERS];
        RequestFacts[] wrong = new RequestFacts[USERS];
        Map<String, Caller> map = new HashMap<>();
        for (int i = 0; i < USERS; i++) {
            String header = TestAuthenticator.basic("user-" + i, add(database, "user-" + i));
            right[i] = facts(header);
            wrong[i] = facts("Bearer %036d".formatted(i));
            map.put(header, new Caller.User("user-" + i, i, false));
        }
        Ticker ticker = nanos::get;
        Authenticator authenticator =
                new PasswordAuthenticator(new KnownUsers(database, ticker), true, false, Clock.systemUTC());
        double bare = micros(
                WARM, i -> require(map.get(right[i % USERS].authorization().orElseThrow()) != null));
        row(name, "bare map", bare, bare);
        row(name, "warm, Basic", micros(WARM, i -> requireKnown(authenticator, right[i % USERS])), bare);
        row(name, "wrong, flood", micros(WARM, i -> authenticator.authenticate(wrong[i % USERS])), bare);
        Consumer<Integer> cold = i -> {
            nanos.addAndGet(KnownUsers.FRESH.toNanos());
            requireKnown(authenticator, right[i % USERS]);
        };
        row(name, "cold (each 3 s)", micros(COLD, cold), bare);
    }

    private static String add(Database database, String name) {
        UserStore users = new UserStore(database);
        users.insert(name, false, Clock.systemUTC().instant());
        AppPassword password = AppPassword.generate(new SecureRandom());
        new PasswordStore(database)
                .insert(
                        users.find(name).orElseThrow().caller(),
                        password,
                        "0".repeat(32),
                        Clock.systemUTC().instant());
        return password.text();
    }

    private static RequestFacts facts(String authorization) {
        return new RequestFacts(Optional.of(authorization), Optional.empty(), "192.0.2.1", false, Optional.empty());
    }

    private static void requireKnown(Authenticator authenticator, RequestFacts facts) {
        require(authenticator.authenticate(facts) instanceof Authentication.Known);
    }

    private static void require(boolean authenticated) {
        if (!authenticated) {
            throw new AssertionError("Not authenticated");
        }
    }

    /** The best of five rounds, after one to warm up. */
    private static double micros(int times, Consumer<Integer> work) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long begin = System.nanoTime();
            for (int i = 0; i < times; i++) {
                work.accept(i);
            }
            double micros = (System.nanoTime() - begin) / 1e3 / times;
            best = round == 0 ? best : Math.min(best, micros);
        }
        return best;
    }

    private void row(String database, String what, double micros, double bare) {
        table.append(
                String.format(Locale.ROOT, "%-10s %-16s %10.3f us %10.1f x%n", database, what, micros, micros / bare));
    }
}
