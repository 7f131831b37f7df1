package dev.easel.host.http;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.config.AddressBlock;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.http.RawHttp.Answer;
import dev.easel.host.task.Owner;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** For which hosts requests are answered, so that no page reaches this one by DNS rebinding. */
class HostsTest {
    private static final String AVAILABLE = "/ocs/v2.php/text2image/is_available";

    private final TestServer server = new TestServer(TestServer.Setup.OPEN.trusting(new EaselConfig.Http(
            List.of("easel.example.org", "*.example.com", "192.0.2.7"),
            new EaselConfig.Proxies(AddressBlock.parse("127.0.0.1").stream().toList(), Optional.empty()),
            List.of())));

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer get(String target, String... headers) throws IOException {
        return request("GET " + target + " HTTP/1.1", headers);
    }

    private Answer request(String line, String... headers) throws IOException {
        return RawHttp.send(
                server.port(), line, String.join("\r\n", headers), "OCS-APIRequest: true\r\nConnection: close");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost:8080",
                "localhost.:8080",
                "127.0.0.1",
                "127.8.9.10:80",
                "[::1]",
                "[0:0:0:0:0:0:0:1]:8080",
                "app.localhost",
                "easel.example.org",
                "Easel.Example.ORG.:443",
                "a.example.com",
                "a.b.example.com:1",
                "192.0.2.7"
            })
    void knownHostsAreAnswered(String host) throws IOException {
        assertEquals(200, get("/health/live", "Host: " + host).status());
        assertEquals(200, get(AVAILABLE, "Host: " + host).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "evil-localhost",
                "127.0.0.1.evil.example",
                "127.0.0.1.nip.io",
                "example.com",
                "evilexample.com",
                "192.0.2.8",
                "10.0.0.1",
                "[2001:db8::1]",
                "0.0.0.0",
                "2130706433",
                "x"
            })
    void otherHostsAreRefusedOnEveryRoute(String host) throws IOException {
        for (String path :
                List.of("/health/live", "/health/ready", "/metrics", "/", "/nothing", AVAILABLE, "/ocs/v2.php/x")) {
            Answer answer = get(path, "Host: " + host);
            assertEquals(400, answer.status(), path);
            assertTrue(answer.body().contains("trusted-hosts"), answer.text());
            assertTrue(answer.header("X-Request-Id").isPresent());
        }
    }

    @Test
    void theRefusalIsPlainTextOutsideOfOcs() throws IOException {
        Answer answer = get("/health/live", "Host: evil.example");
        assertEquals(Optional.of("text/plain;charset=utf-8"), answer.header("Content-Type"));
        assertEquals(
                "Requests for the host \"evil.example\" are not answered here. Use an address that this server is known"
                        + " by, or ask its administrator to add the host to trusted-hosts (EASEL_TRUSTED_HOSTS).\n",
                answer.body());
    }

    @Test
    void theRefusalIsAnEnvelopeInOcsAndSpeaksTheCallersLanguage() throws IOException {
        Answer json = get(AVAILABLE + "?format=json", "Host: evil.example\r\nAccept-Language: de");
        assertEquals(400, json.status());
        assertTrue(
                json.body().startsWith("{\"ocs\":{\"meta\":{\"status\":\"failure\",\"statuscode\":400"), json.body());
        assertTrue(json.body().contains("trusted-hosts"), json.body());
        assertEquals(Optional.of("de"), json.header("Content-Language"));
        Answer xml = get("/ocs/v1.php/text2image/is_available", "Host: evil.example");
        assertEquals(200, xml.status());
        assertTrue(xml.body().contains("<statuscode>400</statuscode>"), xml.body());
    }

    @Test
    void everyMethodIsRefusedBeforeAnythingIsDone() throws IOException {
        server.tasks.addOf(Owner.guest("127.0.0.1", Optional.empty()), TaskStatus.RUNNING, "");
        for (String method : List.of("DELETE", "POST", "PUT", "OPTIONS", "PATCH")) {
            Answer answer = request(method + " /ocs/v2.php/text2image/task/7 HTTP/1.1", "Host: evil.example");
            assertEquals(400, answer.status(), method);
        }
        assertTrue(server.tasks.find(7).isPresent());
    }

    @Test
    void aTargetInAbsoluteFormNamesTheHost() throws IOException {
        assertEquals(200, get("http://localhost/health/live", "Host: localhost").status());
        assertEquals(
                400,
                get("http://evil.example/health/live", "Host: evil.example").status());
        assertEquals(
                400, get("http://evil.example/health/live", "Host: localhost").status());
        assertEquals(
                400, get("http://localhost/health/live", "Host: evil.example").status());
    }

    @Test
    void severalHostsAreRefused() throws IOException {
        assertEquals(
                400, get("/health/live", "Host: localhost\r\nHost: localhost").status());
        assertEquals(
                400,
                get("/health/live", "Host: localhost\r\nHost: evil.example").status());
        assertEquals(400, get("/health/live", "Host: localhost, evil.example").status());
    }

    @Test
    void aRequestMustNameAHostInOldHttpToo() throws IOException {
        Answer old = RawHttp.send(server.port(), "GET /health/live HTTP/1.0");
        assertEquals(400, old.status());
        assertEquals(
                "The request names no host. Send the header Host with an address that this server is known by.\n",
                old.body());
        assertEquals(
                200,
                RawHttp.send(server.port(), "GET /health/live HTTP/1.0", "Host: localhost")
                        .status());
        assertEquals(
                400,
                RawHttp.send(server.port(), "GET http://localhost/health/live HTTP/1.0")
                        .status());
        assertEquals(
                400,
                RawHttp.send(server.port(), "GET http://evil.example/health/live HTTP/1.0", "Host: localhost")
                        .status());
        assertEquals(400, get("/health/live", "X-None: 1").status());
        assertEquals(400, get("/health/live", "Host:").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost/x", "a@localhost", "local host", "[::1", "localhost:port", "%6cocalhost"})
    void malformedHostsAreRefused(String host) throws IOException {
        assertEquals(400, get("/health/live", "Host: " + host).status());
    }

    @Test
    void whatAProxySaysThatItWasAskedForMustBeKnownToo() throws IOException {
        assertEquals(
                200,
                get(AVAILABLE, "Host: localhost\r\nX-Forwarded-Host: a.example.com")
                        .status());
        assertEquals(
                400,
                get(AVAILABLE, "Host: localhost\r\nX-Forwarded-Host: evil.example")
                        .status());
        assertEquals(
                400,
                get(AVAILABLE, "Host: localhost\r\nForwarded: host=\"evil.example:80\"")
                        .status());
        assertEquals(
                400,
                get(AVAILABLE, "Host: evil.example\r\nX-Forwarded-Host: localhost")
                        .status());
    }

    @Test
    void whatOthersSayThatTheyWereAskedForIsNotRead() throws IOException {
        try (TestServer direct = new TestServer()) {
            Answer answer = RawHttp.send(
                    direct.port(),
                    "GET /health/live HTTP/1.1",
                    "Host: localhost",
                    "X-Forwarded-Host: evil.example",
                    "Connection: close");
            assertEquals(200, answer.status());
        }
    }
}
