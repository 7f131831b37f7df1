package dev.easel.host.http;

import dev.easel.host.http.TestServer.Setup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static dev.easel.host.http.TestServer.text;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Requests that wait for their images hold no thread, and there are no more of them than is configured. */
class WaitingRequestsTest {
    private static final int WAITING = 2_000;
    private static final String SCHEDULE = "/ocs/v2.php/text2image/schedule?format=json";
    private static final String FOX = "{\"input\":\"a red fox\",\"appId\":\"my_app\"}";
    private static final String ORDER = "POST " + SCHEDULE + " HTTP/1.1\r\nHost: 127.0.0.1\r\nOCS-APIRequest: true\r\n"
            + "Content-Type: application/json\r\nContent-Length: " + FOX.length() + "\r\n\r\n" + FOX;

    private static HttpRequest.Builder order(TestServer server) {
        return server.ocs(SCHEDULE).header("Content-Type", "application/json").POST(text(FOX));
    }

    @Test
    void twoThousandWaitAtOnceWithoutAThreadMoreAndAllAreAnswered() {
        try (TestServer server = new TestServer(new Setup(true, false, Duration.ofMinutes(1)))) {
            assertEquals(200, server.send(order(server)).statusCode());
            server.tasks.hold = true;
            try (StalledClients few = new StalledClients(server.port(), 200, ORDER)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> server.tasks.waiting.size() == 200);
                Cost before = Cost.now();
                try (StalledClients many = new StalledClients(server.port(), WAITING, ORDER)) {
                    await().atMost(Duration.ofSeconds(60)).until(() -> server.tasks.waiting.size() == 200 + WAITING);
                    Cost after = Cost.now();
                    System.out.println(after.since(before));
                    assertTrue(after.threads() <= 64, () -> "threads: " + after.threads());
                    server.tasks.release();
                    assertEquals(
                            List.of("HTTP/1.1 200 OK"),
                            many.statusLines().stream().distinct().toList());
                    assertEquals(
                            List.of("HTTP/1.1 200 OK"),
                            few.statusLines().stream().distinct().toList());
                }
            }
        }
    }

    /** What this JVM takes, the clients' side of the connections included. */
    private record Cost(long heap, long resident, long threads) {
        static Cost now() {
            IntStream.range(0, 3).forEach(i -> System.gc());
            long threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("http-"))
                    .count();
            return new Cost(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), residentBytes(), threads);
        }

        String since(Cost before) {
            return String.format(
                    Locale.ROOT,
                    "%d more requests wait: %.1f KiB of heap and %.1f KiB of resident memory each;"
                            + " threads of the server before %d, now %d",
                    WAITING,
                    (heap - before.heap) / 1024.0 / WAITING,
                    (resident - before.resident) / 1024.0 / WAITING,
                    before.threads,
                    threads);
        }

        private static long residentBytes() {
            Path status = Path.of("/proc/self/status");
            if (Files.notExists(status)) {
                return 0;
            }
            try {
                return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
                        .sum();
            } catch (IOException e) {
                return 0;
            }
        }
    }

    @Test
    void beyondTheConfiguredNumberTasksAreQueuedAndSaidToBe() {
        try (TestServer small = new TestServer(Setup.OPEN, 2, 100)) {
            small.tasks.hold = true;
            List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 2)
                    .mapToObj(i -> small.client().sendAsync(order(small).build(), BodyHandlers.ofString()))
                    .toList();
            await().until(() -> small.tasks.waiting.size() == 2);
            small.tasks.hold = false;

            HttpResponse<String> third = small.send(order(small).header("Prefer", "wait=5"));
            assertEquals(200, third.statusCode());
            assertTrue(third.headers().firstValue("Preference-Applied").isEmpty());
            assertEquals(Duration.ZERO, small.tasks.budgets.get(2));
            HttpResponse<String> fourth = small.send(order(small).header("Prefer", "respond-async, wait=5"));
            assertEquals(
                    "respond-async",
                    fourth.headers().firstValue("Preference-Applied").orElse(""));

            small.tasks.release();
            waiting.forEach(answer -> assertEquals(200, answer.join().statusCode()));
            HttpResponse<String> later = small.send(order(small).header("Prefer", "wait=5"));
            assertEquals(
                    "wait=5", later.headers().firstValue("Preference-Applied").orElse(""));
            assertEquals(Duration.ofSeconds(5), small.tasks.budgets.get(4));
        }
    }

    @Test
    void whatIsRefusedGivesItsPlaceBack() {
        try (TestServer small = new TestServer(Setup.OPEN, 1, 100)) {
            small.tasks.providers = false;
            assertEquals(412, small.send(order(small)).statusCode());
            small.tasks.providers = true;
            assertEquals(200, small.send(order(small)).statusCode());
            assertEquals(List.of(TestServer.BUDGET), small.tasks.budgets);
        }
    }
}
