package dev.easel.host.http;

import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.http.TestServer.Setup;
import dev.easel.host.ocs.BytesImage;
import dev.easel.host.task.Owner;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static dev.easel.host.http.TestServer.text;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Clients that stall, far more of them than there are threads for requests, do not stop others. */
class SlowClientsTest {
    private static final int ATTACKERS = Integer.getInteger("slow.clients", 500);
    /** Those that don't read have first to be sent what the sockets hold, which takes time. */
    private static final int READERS = ATTACKERS / 5;

    private static final int CALLS = 200;
    private static final String SCHEDULE = "/ocs/v2.php/text2image/schedule?format=json";
    private static final String POST = "POST " + SCHEDULE + " HTTP/1.1\r\nHost: 127.0.0.1\r\nOCS-APIRequest: true\r\n"
            + "Content-Type: application/json\r\n";
    private static final String GET = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nOCS-APIRequest: true\r\n\r\n";
    private static final Setup PATIENT = new Setup(true, false, Duration.ofMinutes(5));

    private static void assertOthersAreServed(String what, int number, String sent, TestServer server) {
        double before = medianMillis(server);
        try (StalledClients stalled = new StalledClients(server.port(), number, sent)) {
            assertEquals(number, stalled.drip());
            double during = medianMillis(server);
            assertTrue(threads() <= 64, () -> "threads: " + threads());
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d clients, median of %d calls %.2f ms without them, %.2f ms with them, ratio %.2f%n",
                    what,
                    number,
                    CALLS,
                    before,
                    during,
                    during / before);
        }
    }

    /** Every call has a body and is answered from the tasks. */
    private static double medianMillis(TestServer server) {
        double[] millis = new double[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long start = System.nanoTime();
            assertEquals(
                    200,
                    server.send(server.ocs(SCHEDULE)
                                    .header("Content-Type", "application/json")
                                    .POST(text("{\"input\":\"a fox\",\"appId\":\"app\"}")))
                            .statusCode());
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[CALLS / 2];
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("http-"))
                .count();
    }

    @Test
    void clientsThatSendNothing() {
        try (TestServer server = new TestServer(PATIENT)) {
            double before = medianMillis(server);
            try (StalledClients idle = new StalledClients(server.port(), ATTACKERS, "")) {
                assertTrue(medianMillis(server) / before > 0);
                assertEquals(ATTACKERS, idle.drip());
            }
        }
    }

    @Test
    void clientsThatDoNotEndTheirHeaders() {
        try (TestServer server = new TestServer(PATIENT)) {
            assertOthersAreServed("Slow headers", ATTACKERS, POST + "X-Slow: ", server);
        }
    }

    @Test
    void clientsThatDoNotEndTheirBodies() {
        try (TestServer server = new TestServer(PATIENT)) {
            assertOthersAreServed("Slow bodies", ATTACKERS, POST + "Content-Length: 100000\r\n\r\n{", server);
            assertEquals(2 * CALLS, server.tasks.owners.size());
        }
    }

    @Test
    void clientsThatDoNotEndTheirChunks() {
        try (TestServer server = new TestServer(PATIENT)) {
            assertOthersAreServed(
                    "Slow chunks", ATTACKERS, POST + "Transfer-Encoding: chunked\r\n\r\n8000\r\n{", server);
        }
    }

    @Test
    void clientsThatDoNotReadTheirImages() {
        try (TestServer server = new TestServer(PATIENT)) {
            server.tasks.addOf(Owner.guest("127.0.0.1", Optional.empty()), TaskStatus.SUCCESSFUL, "");
            server.tasks.addImage(7, BytesImage.of(8 * 1024 * 1024));
            assertOthersAreServed(
                    "Slow readers of images", READERS, GET.formatted("/ocs/v2.php/text2image/task/7/image/0"), server);
        }
    }

    @Test
    void clientsThatDoNotReadTheirTasks() {
        try (TestServer server = new TestServer(PATIENT)) {
            Owner guest = Owner.guest("127.0.0.1", Optional.empty());
            server.tasks.add(TaskRequest.of("x".repeat(64_000), "app", 1), guest, TaskStatus.SCHEDULED);
            String polls = GET.formatted("/ocs/v2.php/text2image/task/7").repeat(60);
            assertOthersAreServed("Slow readers of tasks", READERS, polls, server);
        }
    }

    @Test
    void whoTakesTooLongForARequestIsLetGo() {
        try (TestServer hasty = new TestServer(new Setup(true, false, Duration.ofMillis(800)));
                StalledClients headers = new StalledClients(hasty.port(), 20, POST + "X-Slow: ");
                StalledClients bodies = new StalledClients(hasty.port(), 20, POST + "Content-Length: 9999\r\n\r\n{")) {
            // Each byte would put off a mere idle timeout.
            await().pollInterval(Duration.ofMillis(100)).until(() -> headers.drip() + bodies.drip() == 0);
        }
    }

    @Test
    void whereThereIsNoRoomForMoreConnectionsTheSlowestGoAndNewcomersAreServed() {
        try (TestServer small = new TestServer(PATIENT, 100, 100);
                StalledClients first = new StalledClients(small.port(), 60, POST + "X-Slow: ");
                StalledClients second = new StalledClients(small.port(), 60, POST + "X-Slow: ")) {
            assertTrue(medianMillis(small) > 0);
            await().pollInterval(Duration.ofMillis(50)).until(() -> first.drip() < 60);
            assertEquals(60, second.drip());
        }
    }
}
