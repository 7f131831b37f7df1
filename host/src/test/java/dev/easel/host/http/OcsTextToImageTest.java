package dev.easel.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.access.GuestSession;
import dev.easel.host.task.Owner;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.easel.host.http.TestServer.as;
import static dev.easel.host.http.TestServer.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The six endpoints over real HTTP: both verb sets, parameters, errors. */
class OcsTextToImageTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Owner ALICE = Owner.user("alice");
    private static final Owner GUEST = Owner.guest("127.0.0.1", Optional.empty());
    private static final String BASE = "/ocs/v2.php/text2image";
    private static final String FOX = "{\"input\":\"a red fox\",\"appId\":\"my_app\"}";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private static JsonNode ocs(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body()).path("ocs");
    }

    private JsonNode data(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> response = server.send(request.header("Accept", "application/json"));
        assertEquals(200, response.statusCode(), response.body());
        return ocs(response).path("data");
    }

    private HttpRequest.Builder json(String body) {
        return server.ocs(BASE + "/schedule?format=json")
                .header("Content-Type", "application/json")
                .POST(text(body));
    }

    private String refusal(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> response = server.send(request);
        assertEquals(400, response.statusCode(), response.body());
        assertEquals(400, ocs(response).path("meta").path("statuscode").intValue());
        return ocs(response).path("data").path("message").textValue();
    }

    @Test
    void theDocumentedVerbsGetTheFieldsDirectly() throws IOException {
        server.tasks.addOf(GUEST, TaskStatus.RUNNING, "doc-12");
        JsonNode task = data(server.ocs(BASE + "/task/7").POST(BodyPublishers.noBody()));
        assertEquals(
                List.of(
                        "id",
                        "status",
                        "userId",
                        "appId",
                        "numberOfImages",
                        "input",
                        "identifier",
                        "completionExpectedAt"),
                task.properties().stream().map(Map.Entry::getKey).toList());
        assertEquals(2, task.path("status").intValue());
        assertTrue(task.path("userId").isNull());
    }

    @Test
    void scheduleAndDeleteSuitBothContracts() throws IOException {
        JsonNode scheduled = data(json(FOX));
        assertEquals(7, scheduled.path("id").longValue());
        assertEquals(7, scheduled.path("task").path("id").longValue());
        JsonNode deleted = data(server.ocs(BASE + "/task/7").DELETE());
        assertEquals(7, deleted.path("id").longValue());
        assertEquals(7, deleted.path("task").path("id").longValue());
        assertTrue(server.tasks.find(7).isEmpty());
    }

    @Test
    void deleteOnTheListListsAnArrayAndDeletesNothing() throws IOException {
        server.tasks.addOf(ALICE, TaskStatus.SUCCESSFUL, "a");
        server.tasks.addOf(ALICE, TaskStatus.SUCCESSFUL, "");
        JsonNode all = data(as("alice", server.ocs(BASE + "/tasks/app/my_app").DELETE()));
        assertTrue(all.isArray());
        assertEquals(2, all.size());
        JsonNode unnamed = data(
                as("alice", server.ocs(BASE + "/tasks/app/my_app?identifier=").DELETE()));
        assertEquals(8, unnamed.path(0).path("id").longValue());
        assertEquals(1, unnamed.size());
    }

    @Test
    void anotherUsersTaskAndAGuestsTaskAreUnknownToAUser() {
        server.tasks.addOf(Owner.user("bob"), TaskStatus.SUCCESSFUL, "");
        server.tasks.addOf(GUEST, TaskStatus.SUCCESSFUL, "");
        for (String path : List.of("/task/7", "/task/8", "/task/7/image/0", "/task/8/image/0")) {
            assertEquals(404, server.send(as("alice", server.ocs(BASE + path))).statusCode(), path);
        }
        assertEquals(
                404,
                server.send(as("alice", server.ocs(BASE + "/task/7").DELETE())).statusCode());
        assertTrue(server.tasks.find(7).isPresent());
        assertEquals(404, server.send(server.ocs(BASE + "/task/7")).statusCode());
        assertEquals(200, server.send(server.ocs(BASE + "/task/8")).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "0x7", "-1", "7.0", "9223372036854775808", "99999999999999999999999", "%20", "7%2F8"})
    void whatIsNoIdIsNotFound(String id) {
        server.tasks.addOf(GUEST, TaskStatus.SUCCESSFUL, "");
        assertEquals(404, server.send(server.ocs(BASE + "/task/" + id)).statusCode());
        assertEquals(404, server.send(server.ocs(BASE + "/task/7/image/" + id)).statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"appId\":\"a\"} | input is missing; a text of 1 to 64,000 characters is required.",
                "{\"input\":null,\"appId\":\"a\"} | input is missing; a text of 1 to 64,000 characters is required.",
                "{\"input\":42,\"appId\":\"a\"} | input is 42; a text of 1 to 64,000 characters is allowed.",
                "{\"input\":\"\",\"appId\":\"a\"} | input has 0 characters; 1 to 64,000 are allowed.",
                "{\"input\":\" \",\"appId\":\"a\"} | input is blank; describe the image in 1 to 64,000 characters.",
                "{\"input\":\"x\"} | appId is missing; a text of 1 to 255 characters is required.",
                "{\"input\":\"x\",\"appId\":[1]} | appId is [1]; a text of 1 to 255 characters is allowed.",
                "{\"input\":\"x\",\"appId\":\"a\",\"identifier\":true} |"
                        + " identifier is true; a text of 0 to 255 characters is allowed.",
                "{\"input\":\"x\",\"appId\":\"a\",\"numberOfImages\":0} |"
                        + " numberOfImages is 0; a whole number from 1 to 12 is allowed.",
                "{\"input\":\"x\",\"appId\":\"a\",\"numberOfImages\":13} |"
                        + " numberOfImages is 13; a whole number from 1 to 12 is allowed.",
                "{\"input\":\"x\",\"appId\":\"a\",\"numberOfImages\":-3} |"
                        + " numberOfImages is -3; a whole number from 1 to 12 is allowed.",
                "{\"input\":\"x\",\"appId\":\"a\",\"numberOfImages\":3.5} |"
                        + " numberOfImages is 3.5; a whole number from 1 to 12 is allowed.",
                "{\"input\":\"x\",\"appId\":\"a\",\"numberOfImages\":\"5abc\"} |"
                        + " numberOfImages is \"5abc\"; a whole number from 1 to 12 is allowed.",
                "{\"input\":\"x\",\"appId\":\"a\",\"numberOfImages\":true} |"
                        + " numberOfImages is true; a whole number from 1 to 12 is allowed."
            },
            quoteCharacter = '`')
    void aParameterThatIsNotAllowedIsNamedWithWhatWasGivenAndWhatIsAllowed(String body, String message)
            throws IOException {
        assertEquals(message, refusal(json(body)));
    }

    @Test
    void allFaultsAreToldAtOnce() throws IOException {
        String message = refusal(json("{\"numberOfImages\":99999999999999999999999999999}"));
        for (String name : List.of("input is missing", "appId is missing", "numberOfImages is 9999999999")) {
            assertTrue(message.contains(name), message);
        }
    }

    @Test
    void lengthsAreCountedInCharactersNotInHalvesOfPairs() throws IOException {
        String fox = "\uD83E\uDD8A";
        data(json("{\"input\":\"x\",\"appId\":\"" + fox.repeat(255) + "\"}"));
        refusal(json("{\"input\":\"x\",\"appId\":\"" + fox.repeat(256) + "\"}"));
    }

    @Test
    void anImageCountMayBeATextOfDigits() throws IOException {
        assertEquals(
                3,
                data(json("{\"input\":\"x\",\"appId\":\"a\",\"numberOfImages\":\"3\"}"))
                        .path("numberOfImages")
                        .intValue());
    }

    @Test
    void theDefaultCountIsNeverMoreThanAllowed() throws IOException {
        server.tasks.maxImages = 4;
        assertEquals(4, data(json(FOX)).path("numberOfImages").intValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"input\":", "{\"input\":\"\u0001\"}", "nonsense", "{\"a\":1", "{}{"})
    void aMalformedBodyIsRefused(String body) throws IOException {
        String message = refusal(json(body));
        assertTrue(message.startsWith("The body is not valid JSON: "), message);
    }

    @Test
    void jsonThatIsNotInUtf8IsRefused() throws IOException {
        byte[] body = "{\"input\":\"caf\u00e9\",\"appId\":\"a\"}".getBytes(StandardCharsets.ISO_8859_1);
        String message = refusal(server.ocs(BASE + "/schedule?format=json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
        assertTrue(message.startsWith("The body is not valid JSON: "), message);
    }

    @Test
    void deeplyNestedJsonIsRefused() throws IOException {
        refusal(json("[".repeat(100_000)));
    }

    @Test
    void thePathGoesBeforeTheBodyAndTheBodyBeforeTheQuery() throws IOException {
        JsonNode task = data(server.ocs(BASE + "/schedule?input=query&appId=query&identifier=query")
                .header("Content-Type", "application/vnd.easel+json; charset=utf-8")
                .POST(text("{\"input\":\"body\",\"appId\":\"body\",\"identifier\":null,\"id\":99}")));
        assertEquals("body", task.path("input").textValue());
        assertEquals("query", task.path("identifier").textValue());

        server.tasks.addOf(ALICE, TaskStatus.SUCCESSFUL, "");
        JsonNode list = data(as("alice", server.ocs(BASE + "/tasks/app/my_app?appId=query"))
                .header("Content-Type", "application/json")
                .method("GET", text("{\"appId\":\"body\"}")));
        assertEquals(1, list.path("tasks").size());
    }

    @Test
    void aMultipartFormIsRead() throws IOException {
        String body = """
                --limit\r
                Content-Disposition: form-data; name="input"\r
                \r
                ein Fuchs \u00fcber \uD83E\uDD8A\r
                --limit\r
                Content-Disposition: form-data; name="appId"\r
                \r
                my_app\r
                --limit\r
                Content-Disposition: form-data; name="numberOfImages"\r
                \r
                2\r
                --limit\r
                Content-Disposition: form-data; name="identifier"; filename="x.txt"\r
                \r
                a file is no parameter\r
                --limit--\r
                """;
        JsonNode task = data(server.ocs(BASE + "/schedule")
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(text(body)));
        assertEquals("ein Fuchs \u00fcber \uD83E\uDD8A", task.path("input").textValue());
        assertEquals(2, task.path("numberOfImages").intValue());
        assertEquals("", task.path("identifier").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=limit"})
    void aMultipartFormThatIsNoneIsRefused(String contentType) throws IOException {
        refusal(server.ocs(BASE + "/schedule?format=json")
                .header("Content-Type", contentType)
                .POST(text("--limit\r\nno part")));
    }

    @Test
    void theFormatMayComeFromTheBody() {
        HttpResponse<String> response = server.send(server.ocs(BASE + "/schedule")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(text("input=x&appId=a&format=json")));
        assertEquals(
                Optional.of("application/json; charset=utf-8"),
                response.headers().firstValue("Content-Type"));
    }

    @Test
    void anUnknownFormatIsXml() {
        HttpResponse<String> response =
                server.send(server.ocs(BASE + "/is_available?format=html").header("Accept", "application/json"));
        assertEquals(200, response.statusCode());
        assertEquals(
                Optional.of("application/xml; charset=utf-8"),
                response.headers().firstValue("Content-Type"));
    }

    @Test
    void withoutTheApiHeaderABrowserTooGetsTheBareRefusal() {
        HttpResponse<String> response =
                server.send(server.plain(BASE + "/is_available").header("Accept", "text/html,application/xhtml+xml"));
        assertEquals(412, response.statusCode());
        assertEquals("{\"message\":\"CSRF check failed\"}", response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, /task/7, 'GET, POST, DELETE, HEAD'",
        "PUT, /schedule, POST",
        "POST, /is_available, 'GET, HEAD'",
        "PATCH, /tasks/app/a, 'GET, DELETE, HEAD'",
        "FOO, /task/7/image/0, 'GET, POST, HEAD'"
    })
    void aWrongVerbIsToldWhichAreRight(String verb, String path, String allowed) {
        HttpResponse<String> response = server.send(server.plain(BASE + path).method(verb, BodyPublishers.noBody()));
        assertEquals(405, response.statusCode());
        assertEquals("", response.body());
        assertEquals(Optional.of(allowed), response.headers().firstValue("Allow"));
        assertEquals(Optional.of("text/xml; charset=UTF-8"), response.headers().firstValue("Content-Type"));
    }

    @Test
    void repeatedSlashesAreCollapsedAndATrailingOneIsAnUnknownRoute() {
        assertEquals(
                200,
                server.send(server.ocs("/ocs///v2.php//text2image//is_available"))
                        .statusCode());
        assertEquals(404, server.send(server.ocs(BASE + "/is_available/")).statusCode());
        assertEquals(404, server.send(server.ocs("/ocs/v2.php/")).statusCode());
        HttpResponse<String> v1 = server.send(server.ocs("/ocs/v1.php/nothing?format=json"));
        assertEquals(200, v1.statusCode());
        assertTrue(v1.body().contains("\"statuscode\":998"), v1.body());
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        for (String path : List.of("/is_available", "/task/999", "/tasks/app/none?format=json")) {
            HttpResponse<String> get = server.send(server.ocs(BASE + path));
            HttpResponse<String> head = server.send(server.ocs(BASE + path).method("HEAD", BodyPublishers.noBody()));
            assertEquals(get.statusCode(), head.statusCode());
            assertEquals("", head.body());
            for (String name : List.of("Content-Type", "Content-Length", "Cache-Control")) {
                assertEquals(get.headers().firstValue(name), head.headers().firstValue(name), path + " " + name);
            }
        }
    }

    @Test
    void aStoreThatIsAwayIsToldWithTheTimeToRetry() throws IOException {
        server.tasks.storeDown = true;
        for (String version : List.of("v1", "v2")) {
            HttpResponse<String> response =
                    server.send(server.ocs("/ocs/" + version + ".php/text2image/task/7?format=json"));
            assertEquals(503, response.statusCode());
            assertEquals(503, ocs(response).path("meta").path("statuscode").intValue());
            assertEquals(Optional.of("5"), response.headers().firstValue("Retry-After"));
            assertTrue(ocs(response).path("data").path("message").textValue().contains("5 seconds"));
        }
        assertEquals(503, server.send(json(FOX)).statusCode());
    }

    @Test
    void anUnexpectedFailureTellsTheClientNothing() throws IOException {
        server.tasks.failure = Optional.of(new IllegalStateException("secret detail"));
        HttpResponse<String> response = server.send(server.ocs(BASE + "/task/7?format=json"));
        assertEquals(500, response.statusCode());
        assertEquals(996, ocs(response).path("meta").path("statuscode").intValue());
        assertFalse(response.body().contains("secret"), response.body());
    }

    @Test
    void aNewGuestGetsACookieAndListsWithItOnlyItsOwn() throws IOException {
        server.tasks.addOf(Owner.guest("127.0.0.1", Optional.of("another")), TaskStatus.SCHEDULED, "");
        HttpResponse<String> scheduled = server.send(json(FOX));
        String cookie = scheduled.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.matches("easel_guest=[0-9a-f]{32}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax"), cookie);
        String value = cookie.substring("easel_guest=".length(), "easel_guest=".length() + 32);
        assertEquals(
                Optional.of(new GuestSession(value).hash()),
                server.tasks.owners.get(0).guest());

        JsonNode list = data(server.ocs(BASE + "/tasks/app/my_app").header("Cookie", "other=1; easel_guest=" + value));
        assertEquals(
                List.of(8L),
                list.path("tasks").findValues("id").stream()
                        .map(JsonNode::longValue)
                        .toList());
        assertEquals(
                0, data(server.ocs(BASE + "/tasks/app/my_app")).path("tasks").size());

        HttpResponse<String> again = server.send(json(FOX).header("Cookie", "easel_guest=" + value));
        assertTrue(again.headers().firstValue("Set-Cookie").isEmpty());
        assertEquals(server.tasks.owners.get(0), server.tasks.owners.get(1));
    }

    @Test
    void aUserGetsNoCookieAndACookieThatIsNotOursIsReplaced() {
        assertTrue(server.send(as("alice", json(FOX)))
                .headers()
                .firstValue("Set-Cookie")
                .isEmpty());
        assertTrue(server.send(json(FOX).header("Cookie", "easel_guest=x"))
                .headers()
                .firstValue("Set-Cookie")
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 30, ''",
        "respond-async, 0, respond-async",
        "'wait=5', 5, 'wait=5'",
        "'WAIT=\"7\"; foo=bar, respond-async', 7, 'respond-async, wait=7'",
        "'wait=100', 30, 'wait=100'",
        "'wait=5, wait=9', 5, 'wait=5'",
        "'wait=soon, handling=lenient', 30, ''"
    })
    void preferLowersTheBudgetAndIsAcknowledged(String prefer, int seconds, String applied) {
        HttpRequest.Builder request = json(FOX);
        HttpResponse<String> response = server.send(prefer.isEmpty() ? request : request.header("Prefer", prefer));
        assertEquals(Duration.ofSeconds(seconds), server.tasks.budgets.get(0));
        assertEquals(
                applied, response.headers().firstValue("Preference-Applied").orElse(""));
    }

    @Test
    void preferencesMayStandInSeveralHeaders() {
        server.send(json(FOX).header("Prefer", "return=minimal").header("Prefer", "wait=3"));
        assertEquals(List.of(Duration.ofSeconds(3)), server.tasks.budgets);
    }

    @Test
    void charactersThatCantBeWrittenAreReplaced() throws IOException {
        JsonNode task = data(json("{\"input\":\"a\\ud800b\\u0001\",\"appId\":\"my_app\"}"));
        assertEquals("a\uFFFDb\u0001", task.path("input").textValue());
        String xml = server.send(server.ocs(BASE + "/task/7")).body();
        assertTrue(xml.contains("<input>a\uFFFDb\uFFFD</input>"), xml);
    }

    @Test
    void whereGuestsAreNotAllowedTheyAreToldToLogIn() throws IOException {
        try (TestServer closed = new TestServer(TestServer.Setup.USERS_ONLY)) {
            HttpResponse<String> response = closed.send(closed.ocs(BASE + "/is_available?format=json"));
            assertEquals(401, response.statusCode());
            assertEquals(
                    "{\"status\":\"failure\",\"statuscode\":997,\"message\":\"Current user is not logged in\"}",
                    ocs(response).path("meta").toString());
            assertTrue(response.headers().firstValue("WWW-Authenticate").isEmpty());
            assertEquals(
                    401,
                    closed.send(closed.plain("/ocs/v1.php/text2image/is_available"))
                            .statusCode());
            assertEquals(404, closed.send(closed.ocs(BASE + "/nothing")).statusCode());
            assertEquals(
                    200,
                    closed.send(as("alice", closed.ocs(BASE + "/is_available"))).statusCode());
        }
    }

    @Test
    void wrongCredentialsAreRefusedBeforeTheRouteIsLookedAt() {
        for (String path : List.of(BASE + "/nothing", BASE + "/is_available", "/ocs/v1.php/x")) {
            HttpResponse<String> response =
                    server.send(server.plain(path).header("Authorization", "Basic YWxpY2U6d3Jvbmc="));
            assertEquals(401, response.statusCode());
            assertEquals(
                    Optional.of("Basic realm=\"Authorisation Required\""),
                    response.headers().firstValue("WWW-Authenticate"));
        }
    }
}
