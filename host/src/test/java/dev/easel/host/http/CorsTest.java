package dev.easel.host.http;

import dev.easel.host.config.EaselConfig;
import dev.easel.host.http.RawHttp.Answer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which pages may read answers: those of configured origins, and by default none. */
class CorsTest {
    private static final String APP = "https://app.example.org";
    private static final String OTHER = "https://other.example.org";
    private static final String BASE = "/ocs/v2.php/text2image";

    private final TestServer server = serverFor(APP, "http://localhost:3000");

    private static TestServer serverFor(String... origins) {
        return new TestServer(TestServer.Setup.OPEN.trusting(
                new EaselConfig.Http(List.of(), EaselConfig.Http.DEFAULT.proxies(), List.of(origins))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Answer send(TestServer to, String method, String path, String origin, String... more)
            throws IOException {
        return RawHttp.send(
                to.port(),
                method + " " + path + " HTTP/1.1",
                "Host: localhost\r\nConnection: close\r\nOrigin: " + origin,
                String.join("\r\n", more));
    }

    private static Answer preflight(TestServer to, String path, String origin) throws IOException {
        return send(
                to,
                "OPTIONS",
                path,
                origin,
                "Access-Control-Request-Method: POST",
                "Access-Control-Request-Headers: ocs-apirequest,content-type");
    }

    private static Set<String> list(Answer answer, String header) {
        return new TreeSet<>(Arrays.asList(answer.header(header).orElse("").split(", ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/is_available | GET, HEAD",
                "/schedule | POST",
                "/task/7 | DELETE, GET, HEAD, POST",
                "/task/7/image/0 | GET, HEAD, POST",
                "/tasks/app/my_app | DELETE, GET, HEAD"
            })
    void aPreflightIsToldTheMethodsThatExist(String path, String methods) throws IOException {
        for (String version : List.of("v1", "v2")) {
            Answer answer = preflight(server, "/ocs/" + version + ".php/text2image" + path, APP);
            assertEquals(204, answer.status());
            assertEquals(Set.of(methods.split(", ")), list(answer, "Access-Control-Allow-Methods"));
            assertEquals(Optional.of(APP), answer.header("Access-Control-Allow-Origin"));
            assertEquals(Optional.of("true"), answer.header("Access-Control-Allow-Credentials"));
            assertEquals(Optional.of("3600"), answer.header("Access-Control-Max-Age"));
            assertTrue(answer.headers("Vary").contains("Origin"), answer.text());
            assertEquals("", answer.body());
        }
    }

    @Test
    void aPreflightIsToldTheHeadersThatTheRoutesRead() throws IOException {
        Set<String> headers = list(preflight(server, BASE + "/schedule", APP), "Access-Control-Allow-Headers");
        assertTrue(headers.containsAll(List.of(
                "Authorization",
                "Content-Type",
                "OCS-APIRequest",
                "Prefer",
                "Idempotency-Key",
                "If-None-Match",
                "Range")));
        assertFalse(headers.contains("*"));
    }

    @Test
    void aPreflightNeedsNeitherCredentialsNorTheHeaderAndGuestsNeedNotBeServed() throws IOException {
        TestServer.Setup users = TestServer.Setup.USERS_ONLY.trusting(
                new EaselConfig.Http(List.of(), EaselConfig.Http.DEFAULT.proxies(), List.of(APP)));
        try (TestServer usersOnly = new TestServer(users)) {
            assertEquals(204, preflight(usersOnly, BASE + "/schedule", APP).status());
            Answer refused = send(usersOnly, "GET", BASE + "/is_available", APP, "OCS-APIRequest: true");
            assertEquals(401, refused.status());
            assertEquals(Optional.of(APP), refused.header("Access-Control-Allow-Origin"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OTHER,
                "http://app.example.org",
                "https://app.example.org:8443",
                "https://app.example.org.evil.example",
                "https://sub.app.example.org",
                "null",
                "*"
            })
    void pagesOfOtherOriginsGetNoPermission(String origin) throws IOException {
        Answer preflight = preflight(server, BASE + "/schedule", origin);
        assertEquals(405, preflight.status());
        Answer answer = send(server, "GET", BASE + "/is_available", origin, "OCS-APIRequest: true");
        assertEquals(200, answer.status());
        for (Answer each : List.of(preflight, answer)) {
            assertFalse(each.text().contains("Access-Control-"), each.text());
            assertTrue(each.headers("Vary").contains("Origin"), each.text());
        }
    }

    @Test
    void byDefaultThereIsNothingOfIt() throws IOException {
        try (TestServer plain = new TestServer()) {
            for (Answer answer : List.of(
                    preflight(plain, BASE + "/schedule", APP),
                    send(plain, "GET", BASE + "/is_available", APP, "OCS-APIRequest: true"))) {
                assertFalse(answer.text().contains("Access-Control-"), answer.text());
                assertTrue(answer.headers("Vary").isEmpty());
            }
        }
    }

    @Test
    void answersAndRefusalsMayBeReadWithTheirHeaders() throws IOException {
        for (Answer answer : List.of(
                send(server, "GET", BASE + "/is_available", APP, "OCS-APIRequest: true"),
                send(server, "GET", BASE + "/task/99", APP, "OCS-APIRequest: true"),
                send(server, "GET", "/ocs/v2.php/nothing", APP, "OCS-APIRequest: true"),
                send(server, "PUT", BASE + "/schedule", APP, "OCS-APIRequest: true"),
                send(server, "GET", BASE + "/is_available", APP, "Authorization: Basic eDp5"))) {
            assertEquals(Optional.of(APP), answer.header("Access-Control-Allow-Origin"), answer.text());
            assertTrue(list(answer, "Access-Control-Expose-Headers")
                    .containsAll(
                            List.of("ETag", "Retry-After", "Preference-Applied", "X-Request-Id", "Content-Range")));
        }
    }

    @Test
    void theHeaderThatPagesCantSendUnaskedIsStillNeeded() throws IOException {
        Answer answer = send(server, "GET", BASE + "/is_available", APP);
        assertEquals(412, answer.status());
        assertTrue(answer.body().contains("CSRF check failed"), answer.body());
    }

    @Test
    void whereEveryOriginMayReadNoneGetsTheBrowsersCredentials() throws IOException {
        try (TestServer open = serverFor("*", APP)) {
            Answer anybody = send(open, "GET", BASE + "/is_available", OTHER, "OCS-APIRequest: true");
            assertEquals(Optional.of("*"), anybody.header("Access-Control-Allow-Origin"));
            assertTrue(anybody.header("Access-Control-Allow-Credentials").isEmpty());
            assertFalse(send(open, "GET", BASE + "/is_available", "*", "OCS-APIRequest: true")
                    .text()
                    .contains("Credentials"));
            Answer named = preflight(open, BASE + "/schedule", APP);
            assertEquals(Optional.of(APP), named.header("Access-Control-Allow-Origin"));
            assertEquals(Optional.of("true"), named.header("Access-Control-Allow-Credentials"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/metrics", "/nothing"})
    void nothingOutsideOfOcsTakesPart(String path) throws IOException {
        assertFalse(send(server, "GET", path, APP).text().contains("Access-Control-"));
        assertFalse(preflight(server, path, APP).text().contains("Access-Control-"));
    }

    @Test
    void otherOptionsAndUnknownPathsAreAnsweredAsEver() throws IOException {
        assertEquals(405, send(server, "OPTIONS", BASE + "/schedule", APP).status());
        assertEquals(404, preflight(server, "/ocs/v2.php/nothing", APP).status());
    }
}
