package dev.easel.host.http;

import dev.easel.host.access.GuestSession;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.easel.host.http.TestServer.as;
import static dev.easel.host.http.TestServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The header Idempotency-Key on schedule. */
class IdempotencyKeyTest {
    private static final String FOX = "{\"input\": \"a fox\", \"appId\": \"app\"}";

    private final TestServer server = new TestServer(TestServer.Setup.LIMITED);

    @AfterEach
    void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"quoted\"", "\"with-\\\"quotes\\\"-and-\\\\\""})
    void aRepeatedOrderGivesTheSameTask(String key) {
        assertEquals(order(key, FOX).body(), order(key, FOX).body());
        assertEquals(1, server.tasks.owners.size());
    }

    @Test
    void theQuotedAndTheBareKeyAreTheSame() {
        assertEquals(order("abc", FOX).body(), order("\"abc\"", FOX).body());
    }

    @Test
    void theSameOrderInAnotherFormIsTheSameOrder() {
        String first = order("abc", FOX).body();
        HttpRequest.Builder form = as("alice", schedule("abc"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(text("appId=app&input=a+fox&identifier=&numberOfImages=8"));
        assertEquals(first, server.send(form).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "\"\"", "\"open", "with space", "\"a\\b\""})
    void aMalformedKeyIsRefused(String key) {
        HttpResponse<String> answer = order(key, FOX);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("Idempotency-Key"), answer.body());
        assertEquals(0, server.tasks.owners.size());
    }

    @Test
    void aKeyHasAtMost255Characters() {
        assertEquals(200, order("k".repeat(255), FOX).statusCode());
        assertEquals(400, order("k".repeat(256), FOX).statusCode());
    }

    @Test
    void twoKeysAreNone() {
        HttpRequest.Builder twice = as("alice", schedule("a")).header("Idempotency-Key", "b");
        assertEquals(400, send(twice, FOX).statusCode());
    }

    @Test
    void anotherOrderWithTheSameKeyIsUnprocessable() {
        order("abc", FOX);
        HttpResponse<String> answer = order("abc", "{\"input\": \"a cat\", \"appId\": \"app\"}");
        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("\"statuscode\":422"), answer.body());
        assertTrue(answer.body().contains("\"message\":\"This Idempotency-Key"), answer.body());
    }

    @Test
    void repetitionsAreNotCounted() {
        for (int i = 0; i < 30; i++) {
            assertEquals(200, order("abc", FOX).statusCode());
        }
        for (int i = 1; i < 20; i++) {
            assertEquals(200, order("key" + i, FOX).statusCode());
        }
        assertEquals(429, order("one-too-many", FOX).statusCode());
        assertEquals(200, order("abc", FOX).statusCode());
    }

    @Test
    void aGuestsKeyBelongsToTheCookieAndIsIgnoredWithoutOne() {
        send(schedule("abc"), FOX);
        send(schedule("abc"), FOX);
        assertEquals(2, server.tasks.owners.size());
        send(guest("a"), FOX);
        send(guest("a"), FOX);
        assertEquals(3, server.tasks.owners.size());
        send(guest("b"), FOX);
        assertEquals(4, server.tasks.owners.size());
    }

    private HttpRequest.Builder guest(String digit) {
        return schedule("abc").header("Cookie", GuestSession.COOKIE + "=" + digit.repeat(32));
    }

    private HttpResponse<String> order(String key, String body) {
        return send(as("alice", schedule(key)), body);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String body) {
        return server.send(request.header("Content-Type", "application/json").POST(text(body)));
    }

    private HttpRequest.Builder schedule(String key) {
        return server.ocs("/ocs/v2.php/text2image/schedule?format=json").header("Idempotency-Key", key);
    }
}
