package dev.easel.host.http;

import dev.easel.api.provider.Readiness;
import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.http.TestServer.Setup;
import dev.easel.host.provider.PluginStatus;
import dev.easel.host.task.Owner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.easel.host.http.TestServer.text;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the server does around the routes: headers, sizes, waiting, health, stopping. */
class HttpServerTest {
    private static final String SCHEDULE = "/ocs/v2.php/text2image/schedule?format=json";
    private static final String AVAILABLE = "/ocs/v2.php/text2image/is_available";
    private static final String FOX = "{\"input\":\"a red fox\",\"appId\":\"my_app\"}";
    private static final int MIB = 1024 * 1024;

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder order(TestServer to) {
        return to.ocs(SCHEDULE).header("Content-Type", "application/json").POST(text(FOX));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {AVAILABLE, "/ocs/v2.php/nothing", "/nothing", "/", "/health/live", "/ocs"})
    void everyAnswerCarriesTheHeadersOfAllAnswers(String path) {
        HttpResponse<String> response = server.send(server.ocs(path));
        assertEquals(Optional.of("nosniff"), response.headers().firstValue("X-Content-Type-Options"));
        assertEquals(Optional.of("no-referrer"), response.headers().firstValue("Referrer-Policy"));
        assertEquals(
                Optional.of("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"),
                response.headers().firstValue("Content-Security-Policy"));
        assertTrue(response.headers().firstValue("X-Request-Id").isPresent());
        assertTrue(response.headers().firstValue("Server").isEmpty());
    }

    @Test
    void aSaneRequestIdIsTakenOverAndAnotherIsNot() {
        HttpResponse<String> given = server.send(server.ocs(AVAILABLE).header("X-Request-Id", "a.B_9-"));
        assertEquals(Optional.of("a.B_9-"), given.headers().firstValue("X-Request-Id"));
        for (String insane : List.of("a b", "a".repeat(65), "<script>")) {
            HttpResponse<String> made = server.send(server.ocs(AVAILABLE).header("X-Request-Id", insane));
            assertTrue(made.headers().firstValue("X-Request-Id").orElseThrow().matches("[0-9a-f-]{36}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/ocs", "/ocs/v3.php/text2image/is_available", "/health"})
    void whatIsOutsideOcsIsPlainlyNotFound(String path) {
        HttpResponse<String> response = server.send(server.plain(path));
        assertEquals(404, response.statusCode());
        assertEquals("Not found\n", response.body());
    }

    @Test
    void aRequestThatIsNoHttpIsRefusedWithoutAWordOfTheServer() throws IOException {
        for (String request :
                List.of("nonsense\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")) {
            String answer = raw(request);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
            assertFalse(answer.toLowerCase(Locale.ROOT).contains("jetty"), answer);
            assertTrue(answer.contains("nosniff"), answer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aBodyBeyondTheCapIsRefusedInAnEnvelope(String contentType) {
        HttpResponse<String> response = server.send(server.ocs(SCHEDULE)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(new byte[MIB + 1])));
        assertEquals(413, response.statusCode());
        assertTrue(response.body().contains("larger than 1,048,576 bytes"), response.body());
    }

    @Test
    void aStreamedBodyBeyondTheCapIsRefusedBeforeItHasBeenSent() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + SCHEDULE + " HTTP/1.1\r\nHost: localhost\r\nOCS-APIRequest: true\r\n"
                            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            sendChunks(out, 8 * MIB);
            String answer = firstBytes(socket.getInputStream());
            assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
            assertTrue(answer.contains("\"statuscode\":413"), answer);
        }
    }

    /** Sends without ever ending the body; the server may close the connection meanwhile. */
    private static void sendChunks(OutputStream out, int total) {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try {
            for (int sent = 0; sent < total; sent += 0x10000) {
                out.write(chunk);
            }
        } catch (IOException expected) {
            assertTrue(expected.getMessage() != null);
        }
    }

    private static String firstBytes(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[4096];
        int read = in.read(buffer);
        while (read > 0 && answer.indexOf("}}}") < 0) {
            answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            read = answer.indexOf("}}}") < 0 ? in.read(buffer) : 0;
        }
        return answer.toString();
    }

    @Test
    void twoHundredRequestsWaitAtOnceAndOthersAreAnswered() {
        server.tasks.hold = true;
        List<CompletableFuture<HttpResponse<String>>> orders = Stream.generate(
                        () -> order(server).build())
                .limit(200)
                .map(request -> server.client().sendAsync(request, BodyHandlers.ofString()))
                .toList();
        await().until(() -> server.tasks.waiting.size() == 200);
        long before = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            assertEquals(200, server.send(server.ocs(AVAILABLE)).statusCode());
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - before).compareTo(Duration.ofSeconds(5)) < 0);
        assertTrue(serverThreads() <= 64, () -> "threads: " + serverThreads());
        assertFalse(orders.stream().anyMatch(CompletableFuture::isDone));
        server.tasks.release();
        for (CompletableFuture<HttpResponse<String>> waiting : orders) {
            assertEquals(200, waiting.join().statusCode());
        }
    }

    private static long serverThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("http-"))
                .count();
    }

    @Test
    void aWaitLongerThanTheIdleTimeoutIsAnsweredAllTheSame() {
        try (TestServer hasty = new TestServer(new Setup(true, false, Duration.ofMillis(300)))) {
            hasty.tasks.hold = true;
            CompletableFuture<HttpResponse<String>> waiting =
                    hasty.client().sendAsync(order(hasty).build(), BodyHandlers.ofString());
            await().until(() -> hasty.tasks.waiting.size() == 1);
            await().during(Duration.ofMillis(1500)).until(() -> !waiting.isDone());
            hasty.tasks.release();
            assertEquals(200, waiting.join().statusCode());
        }
    }

    @Test
    void aRunThatFailsInTheManagerWhileTheClientWaitsIsAnswered() {
        server.tasks.hold = true;
        CompletableFuture<HttpResponse<String>> waiting =
                server.client().sendAsync(order(server).build(), BodyHandlers.ofString());
        await().until(() -> server.tasks.waiting.size() == 1);
        server.tasks.waiting.forEach(future -> future.completeExceptionally(new TaskStoreException("away", null)));
        assertEquals(503, waiting.join().statusCode());
    }

    @Test
    void aClientThatSendsItsBodyTooSlowlyIsLetGoAndOthersAreServed() throws IOException {
        try (TestServer hasty = new TestServer(new Setup(true, false, Duration.ofMillis(500)));
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), hasty.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST " + SCHEDULE + " HTTP/1.1\r\nHost: localhost\r\nOCS-APIRequest: true\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals(200, hasty.send(hasty.ocs(AVAILABLE)).statusCode());
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertFalse(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(hasty.tasks.owners.isEmpty());
        }
    }

    @Test
    void aLongListLeavesAsItIsRead() throws IOException {
        Owner alice = Owner.user("alice");
        for (int i = 0; i < 5_000; i++) {
            server.tasks.addOf(alice, TaskStatus.SUCCESSFUL, "");
        }
        HttpRequest.Builder request = TestServer.as("alice", server.ocs("/ocs/v2.php/text2image/tasks/app/my_app"));
        HttpResponse<String> response = server.send(request);
        assertEquals(200, response.statusCode());
        assertTrue(response.headers().firstValue("Content-Length").isEmpty());
        assertEquals(5_000, response.body().split("<element>", -1).length - 1);
    }

    @Test
    void aListThatFailsBeforeAnythingLeftIsARefusalAndLaterIsBrokenOff() {
        Owner alice = Owner.user("alice");
        for (int i = 0; i < 5_000; i++) {
            server.tasks.addOf(alice, TaskStatus.SUCCESSFUL, "");
        }
        String path = "/ocs/v2.php/text2image/tasks/app/my_app?format=json";
        server.tasks.listFailsAfter = 3;
        assertEquals(503, server.send(TestServer.as("alice", server.ocs(path))).statusCode());
        server.tasks.listFailsAfter = 4_000;
        HttpRequest.Builder request = TestServer.as("alice", server.ocs(path));
        assertThrows(UncheckedIOException.class, () -> server.send(request));
    }

    @Test
    void livenessIsAlwaysTold() {
        HttpResponse<String> response = server.send(server.plain("/health/live"));
        assertEquals(200, response.statusCode());
        assertEquals("{\"status\":\"live\"}", response.body());
    }

    @Test
    void readinessIsToldWithItsReasons() {
        assertEquals(200, server.send(server.plain("/health/ready")).statusCode());
        server.health = new Health(
                false,
                List.of("The database is away"),
                List.of(new Health.Provider("openai", Readiness.notConfigured("Set the key"))),
                List.of(new PluginStatus(
                        "openai.jar",
                        Optional.of("openai"),
                        Optional.of("1.2.0"),
                        PluginStatus.State.NOT_READY,
                        Instant.EPOCH,
                        List.of("Provider openai: Set the key"))));
        HttpResponse<String> response = server.send(server.plain("/health/ready"));
        assertEquals(503, response.statusCode());
        assertEquals(
                "{\"status\":\"not ready\",\"faults\":[\"The database is away\"],\"providers\":"
                        + "[{\"id\":\"openai\",\"state\":\"not configured\",\"reasons\":[\"Set the key\"]}],\"plugins\":"
                        + "[{\"jar\":\"openai.jar\",\"id\":\"openai\",\"version\":\"1.2.0\",\"state\":\"not ready\","
                        + "\"since\":\"1970-01-01T00:00:00Z\",\"reasons\":[\"Provider openai: Set the key\"]}]}",
                response.body());
        assertEquals(Optional.of("application/json"), response.headers().firstValue("Content-Type"));
    }

    @Test
    void stoppingLetsRequestsEndAndAcceptsNoMore() {
        server.tasks.hold = true;
        CompletableFuture<HttpResponse<String>> waiting =
                server.client().sendAsync(order(server).build(), BodyHandlers.ofString());
        await().until(() -> server.tasks.waiting.size() == 1);
        CompletableFuture<Void> stopped =
                CompletableFuture.runAsync(() -> server.server().stop(Duration.ofSeconds(20)));
        await().until(() -> refusesConnections(server.port()));
        await().during(Duration.ofMillis(1500)).until(() -> !stopped.isDone());
        server.tasks.release();
        assertEquals(200, waiting.join().statusCode());
        stopped.join();
    }

    private static boolean refusesConnections(int port) {
        if (port <= 0) {
            return true;
        }
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void stoppingBreaksOffWhatTakesTooLong() {
        server.tasks.hold = true;
        CompletableFuture<HttpResponse<String>> waiting =
                server.client().sendAsync(order(server).build(), BodyHandlers.ofString());
        await().until(() -> server.tasks.waiting.size() == 1);
        long before = System.nanoTime();
        server.server().stop(Duration.ofMillis(300));
        assertTrue(Duration.ofNanos(System.nanoTime() - before).compareTo(Duration.ofSeconds(5)) < 0);
        await().until(waiting::isDone);
        assertTrue(waiting.isCompletedExceptionally() || waiting.join().statusCode() >= 500);
    }

    @Test
    void anAddressThatIsTakenIsNamed() {
        TestServer other = server;
        HttpServer second = new HttpServer(
                HttpSettings.of("127.0.0.1", other.port()),
                other.routes(),
                () -> other.health,
                other.metrics(),
                TestServer.NO_TASKS);
        IllegalStateException failure = assertThrows(IllegalStateException.class, second::start);
        assertTrue(String.valueOf(failure.getMessage()).contains("127.0.0.1 port " + other.port()));
    }
}
