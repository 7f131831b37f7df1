package dev.easel.host.http;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.http.RawHttp.Answer;
import dev.easel.host.logging.LogContext;
import dev.easel.host.task.Owner;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every answer carries, whoever writes it, and that the log names the request. */
class RequestIdsTest {
    private final TestServer server = new TestServer();
    private final Lines lines = new Lines();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    /** What was logged, with the id of the request in whose course it was. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final Queue<String> ids = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            Optional.ofNullable(event.getMDCPropertyMap().get(LogContext.REQUEST))
                    .ifPresent(ids::add);
        }
    }

    @BeforeEach
    void listen() {
        lines.start();
        root.addAppender(lines);
    }

    @AfterEach
    void stop() {
        root.detachAppender(lines);
        server.close();
    }

    private static String get(String target, String... headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + String.join("\r\n", headers);
    }

    static Stream<String> requestsThatReachNoRoute() {
        return Stream.of(
                "nonsense",
                "GET / HTTP/3.0\r\nHost: localhost",
                "GET /health/live HTTP/1.1\r\nConnection: close",
                get("/%00"),
                get("/%"),
                get("/a%2Fb"),
                get("/..%2f"),
                get("/" + "a".repeat(20_000)),
                get("/", "X-Long: " + "a".repeat(20_000)),
                get("/", "Bad Header: 1"),
                get("/", "Content-Length: x"),
                get("/", "Content-Length: 1\r\nContent-Length: 2"),
                get("/", "Transfer-Encoding: chunked\r\nContent-Length: 1"),
                get("/", "Host: again"),
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close",
                "PROPFIND / HTTP/1.1\r\nHost: localhost\r\nConnection: close",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close",
                get("/ocs/v2.php/text2image/task/%2e%2e/x"),
                get("/ocs/v2.php/text2image/task/7\\x"));
    }

    @ParameterizedTest
    @MethodSource("requestsThatReachNoRoute")
    void answersOfTheServerItselfCarryTheHeadersAndNoWordOfIt(String request) throws IOException {
        Answer answer = RawHttp.send(server.port(), request);
        assertTrue(answer.status() >= 400 && answer.status() <= 505, answer.text());
        assertEquals(1, answer.headers("X-Request-Id").size(), answer.text());
        assertEquals(List.of("nosniff"), answer.headers("X-Content-Type-Options"), answer.text());
        assertEquals(List.of("no-referrer"), answer.headers("Referrer-Policy"), answer.text());
        assertEquals(1, answer.headers("Content-Security-Policy").size(), answer.text());
        String lower = answer.text().toLowerCase(Locale.ROOT);
        assertFalse(lower.contains("jetty") || lower.contains("javalin"), answer.text());
        assertFalse(lower.contains("\r\nserver:") || lower.contains("x-powered-by"), answer.text());
        assertFalse(lower.contains("<html"), answer.text());
        assertFalse(lower.contains("exception") || lower.contains("\tat "), answer.text());
    }

    @Test
    void severalIdsAreOneOfThem() throws IOException {
        Answer answer = RawHttp.send(server.port(), get("/health/live", "X-Request-Id: a\r\nX-Request-Id: b"));
        assertEquals(List.of("a"), answer.headers("X-Request-Id"));
    }

    @Test
    void whatIsLoggedInTheCourseOfARequestNamesIt() {
        server.tasks.addOf(Owner.user("alice"), TaskStatus.SUCCESSFUL, "");
        server.tasks.listFailsAfter = 0;
        HttpResponse<String> failed = server.send(TestServer.as(
                "alice", server.ocs("/ocs/v2.php/text2image/tasks/app/my_app").header("X-Request-Id", "listing-1")));
        assertEquals(503, failed.statusCode());
        assertTrue(lines.ids.contains("listing-1"), lines.ids::toString);
    }

    @Test
    void anIdThatWasMadeIsTheOneThatIsLogged() {
        server.tasks.addOf(Owner.user("alice"), TaskStatus.SUCCESSFUL, "");
        server.tasks.listFailsAfter = 0;
        HttpResponse<String> failed =
                server.send(TestServer.as("alice", server.ocs("/ocs/v2.php/text2image/tasks/app/my_app")));
        String id = failed.headers().firstValue("X-Request-Id").orElseThrow();
        assertTrue(lines.ids.contains(id), () -> id + " is not in " + lines.ids);
    }

    @Test
    void whatIsLoggedWhenARequestHasWaitedNamesItToo() {
        server.tasks.hold = true;
        CompletableFuture<HttpResponse<String>> waiting = server.client()
                .sendAsync(
                        server.ocs("/ocs/v2.php/text2image/schedule?format=json")
                                .header("X-Request-Id", "waiting-1")
                                .header("Content-Type", "application/json")
                                .POST(TestServer.text("{\"input\":\"a red fox\",\"appId\":\"my_app\"}"))
                                .build(),
                        BodyHandlers.ofString());
        await().until(() -> server.tasks.waiting.size() == 1);
        server.tasks.waiting.forEach(future -> future.completeExceptionally(new TaskStoreException("away", null)));
        HttpResponse<String> answer = waiting.join();
        assertEquals(503, answer.statusCode());
        assertEquals(Optional.of("waiting-1"), answer.headers().firstValue("X-Request-Id"));
        assertTrue(lines.ids.contains("waiting-1"), lines.ids::toString);
    }
}
