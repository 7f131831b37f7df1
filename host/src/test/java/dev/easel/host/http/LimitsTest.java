package dev.easel.host.http;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.task.Owner;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.easel.host.http.TestServer.as;
import static dev.easel.host.http.TestServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The limits over real HTTP, with a clock that the test moves. */
class LimitsTest {
    private static final String FOX = "{\"input\":\"a red fox\",\"appId\":\"my_app\"}";
    private static final Owner GUEST = Owner.guest("127.0.0.1", Optional.empty());

    private final TestServer server = new TestServer(TestServer.Setup.LIMITED);

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpRequest.Builder schedule(String version) {
        return server.ocs("/ocs/" + version + ".php/text2image/schedule?format=json")
                .header("Content-Type", "application/json")
                .POST(text(FOX));
    }

    private HttpRequest.Builder task(long id) {
        return server.ocs("/ocs/v2.php/text2image/task/" + id + "?format=json");
    }

    private HttpRequest.Builder list() {
        return server.ocs("/ocs/v2.php/text2image/tasks/app/my_app?format=json");
    }

    private void assertAllowed(int times, Supplier<HttpRequest.Builder> request) {
        for (int i = 0; i < times; i++) {
            assertEquals(200, server.send(request.get()).statusCode(), "call " + (i + 1));
        }
    }

    private static void assertRefused(HttpResponse<String> response, int seconds) {
        assertEquals(429, response.statusCode());
        assertTrue(response.body().contains("\"statuscode\":429"), response.body());
        String wait = seconds == 1 ? "1 second." : seconds + " seconds.";
        assertTrue(response.body().contains("Too many requests. Try again in " + wait), response.body());
        assertEquals(Optional.of("" + seconds), response.headers().firstValue("Retry-After"));
    }

    @Test
    void aUserSchedulesTwentyTimesInTwoMinutesAndNobodyElseIsTouched() {
        assertAllowed(20, () -> as("alice", schedule("v2")));
        assertRefused(server.send(as("alice", schedule("v2"))), 120);
        assertAllowed(1, () -> as("bob", schedule("v2")));
        assertAllowed(1, () -> schedule("v2"));
    }

    @Test
    void theLogSlidesAndRefusedCallsAreNotCounted() {
        assertAllowed(1, () -> schedule("v2"));
        server.clock.advance(Duration.ofMillis(30_500));
        assertAllowed(4, () -> schedule("v2"));
        server.clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            assertRefused(server.send(schedule("v2")), 89);
        }
        server.clock.advance(Duration.ofMillis(88_499));
        assertRefused(server.send(schedule("v2")), 1);
        server.clock.advance(Duration.ofMillis(1));
        assertAllowed(1, () -> schedule("v2"));
        assertRefused(server.send(schedule("v2")), 31);
    }

    @Test
    void bothVersionsShareOneCounterAndBothSay429() {
        assertAllowed(3, () -> schedule("v1"));
        assertAllowed(2, () -> schedule("v2"));
        assertRefused(server.send(schedule("v1")), 120);
        assertRefused(server.send(schedule("v2")), 120);
    }

    @Test
    void callsWithBadParametersAreCountedAndThoseWithoutTheHeaderAreNot() {
        for (int i = 0; i < 10; i++) {
            HttpRequest.Builder bare =
                    server.plain("/ocs/v2.php/text2image/schedule").POST(BodyPublishers.noBody());
            assertEquals(412, server.send(bare).statusCode());
        }
        for (int i = 0; i < 5; i++) {
            HttpRequest.Builder empty =
                    server.ocs("/ocs/v2.php/text2image/schedule").POST(BodyPublishers.noBody());
            assertEquals(400, server.send(empty).statusCode());
        }
        assertRefused(server.send(schedule("v2")), 120);
    }

    @Test
    void fetchingIsLimitedByTheDocumentedVerbOnly() {
        server.tasks.addOf(GUEST, TaskStatus.RUNNING, "");
        assertAllowed(5, () -> task(7).POST(BodyPublishers.noBody()));
        assertRefused(server.send(task(7).POST(BodyPublishers.noBody())), 120);
        assertAllowed(30, () -> task(7));
        server.tasks.addOf(Owner.user("alice"), TaskStatus.RUNNING, "");
        assertAllowed(20, () -> as("alice", task(8)).POST(BodyPublishers.noBody()));
        assertRefused(server.send(as("alice", task(8)).POST(BodyPublishers.noBody())), 120);
    }

    @Test
    void listingIsLimitedForGuestsByEitherVerbAndNotForUsers() {
        assertAllowed(3, this::list);
        assertAllowed(2, () -> list().DELETE());
        assertRefused(server.send(list()), 120);
        assertRefused(server.send(list().DELETE()), 120);
        assertAllowed(30, () -> as("alice", list()));
    }

    @Test
    void tenMissesBlockTheCallerAloneAndForHalfAnHour() {
        server.tasks.addOf(Owner.user("alice"), TaskStatus.SCHEDULED, "");
        server.tasks.addOf(GUEST, TaskStatus.SCHEDULED, "");
        for (int i = 0; i < 10; i++) {
            assertEquals(404, server.send(as("alice", task(999))).statusCode());
        }
        HttpResponse<String> blocked = server.send(as("alice", task(7)));
        assertEquals(429, blocked.statusCode());
        assertEquals(
                "{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":429,"
                        + "\"message\":\"Reached maximum delay\"},\"data\":[]}}",
                blocked.body());
        assertEquals(Optional.of("1800"), blocked.headers().firstValue("Retry-After"));
        HttpRequest.Builder onV1 = server.ocs("/ocs/v1.php/text2image/task/7/image/0");
        assertEquals(200, server.send(as("alice", onV1)).statusCode());
        assertEquals(429, server.send(as("alice", task(7)).DELETE()).statusCode());
        assertEquals(200, server.send(as("alice", list())).statusCode());
        assertEquals(200, server.send(task(8)).statusCode());

        server.clock.advance(Duration.ofMinutes(30));
        assertEquals(200, server.send(as("alice", task(7))).statusCode());
    }

    @Test
    void anImageThatIsNotThereYetIsNoMiss() {
        server.tasks.addOf(GUEST, TaskStatus.RUNNING, "");
        for (int i = 0; i < 30; i++) {
            HttpRequest.Builder image = server.ocs("/ocs/v2.php/text2image/task/7/image/0");
            assertEquals(404, server.send(image).statusCode());
        }
    }
}
