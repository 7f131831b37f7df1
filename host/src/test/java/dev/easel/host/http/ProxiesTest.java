package dev.easel.host.http;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.config.AddressBlock;
import dev.easel.host.config.EaselConfig;
import dev.easel.host.http.RawHttp.Answer;
import dev.easel.host.task.Owner;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A server behind reverse proxies: whose word counts, and for what. */
class ProxiesTest {
    private static final String SCHEDULE = "POST /ocs/v2.php/text2image/schedule?format=json HTTP/1.1";
    private static final String FOX = "input=fox&appId=my_app";

    private final TestServer server = behind("127.0.0.1", "10.0.0.0/8");

    private static TestServer behind(String... proxies) {
        return new TestServer(TestServer.Setup.LIMITED.trusting(new EaselConfig.Http(
                List.of("easel.example.org"),
                new EaselConfig.Proxies(
                        Stream.of(proxies)
                                .flatMap(proxy -> AddressBlock.parse(proxy).stream())
                                .toList(),
                        Optional.of("X-Remote-User")),
                List.of())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer schedule(String... headers) throws IOException {
        return schedule(server, headers);
    }

    private static Answer schedule(TestServer to, String... headers) throws IOException {
        return RawHttp.send(
                to.port(),
                SCHEDULE,
                "Host: localhost\r\nOCS-APIRequest: true\r\nConnection: close",
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + FOX.length(),
                String.join("\r\n", headers) + "\r\n\r\n" + FOX);
    }

    private Answer get(String path, String... headers) throws IOException {
        return RawHttp.send(
                server.port(),
                "GET " + path + " HTTP/1.1",
                "Host: localhost\r\nOCS-APIRequest: true\r\nConnection: close",
                String.join("\r\n", headers));
    }

    @Test
    void eachClientOfAProxyHasALimitOfItsOwn() throws IOException {
        for (int call = 1; call <= 5; call++) {
            assertEquals(200, schedule("X-Forwarded-For: 192.0.2.1").status());
        }
        assertEquals(429, schedule("X-Forwarded-For: 192.0.2.1").status());
        assertEquals(429, schedule("Forwarded: for=\"192.0.2.1:4711\"").status());
        assertEquals(
                429,
                schedule("X-Forwarded-For: 198.51.100.7, 192.0.2.1, 10.1.2.3").status());
        assertEquals(200, schedule("X-Forwarded-For: 192.0.2.2").status());
        assertEquals(
                Owner.guest("192.0.2.2", Optional.empty()).turnKey(),
                server.tasks.owners.get(server.tasks.owners.size() - 1).turnKey());
    }

    @Test
    void nobodyElseChoosesAnAddress() throws IOException {
        try (TestServer direct = behind("10.0.0.0/8")) {
            for (int call = 1; call <= 5; call++) {
                assertEquals(
                        200,
                        schedule(direct, "X-Forwarded-For: 192.0.2." + call).status());
            }
            assertEquals(429, schedule(direct, "Forwarded: for=192.0.2.9").status());
        }
    }

    @Test
    void aGuestsCookieIsSecureWhereTheProxySaysThatTheRequestCameOverTls() throws IOException {
        assertTrue(schedule("X-Forwarded-Proto: https")
                .header("Set-Cookie")
                .orElseThrow()
                .endsWith("; Secure"));
        assertTrue(schedule("Forwarded: for=192.0.2.1;proto=https")
                .header("Set-Cookie")
                .orElseThrow()
                .endsWith("; Secure"));
        assertFalse(schedule("X-Forwarded-Proto: http")
                .header("Set-Cookie")
                .orElseThrow()
                .contains("Secure"));
        assertFalse(schedule("X-None: 1").header("Set-Cookie").orElseThrow().contains("Secure"));
        try (TestServer direct = behind("10.0.0.0/8")) {
            assertFalse(schedule(direct, "X-Forwarded-Proto: https")
                    .header("Set-Cookie")
                    .orElseThrow()
                    .contains("Secure"));
        }
    }

    @Test
    void aProxySaysWhoIsLoggedIn() throws IOException {
        server.tasks.addOf(Owner.user("alice"), TaskStatus.RUNNING, "");
        String task = "/ocs/v2.php/text2image/task/7?format=json";
        assertEquals(200, get(task, "X-Remote-User: alice").status());
        assertEquals(404, get(task, "X-Remote-User: bob").status());
        assertEquals(404, get(task, "X-Remote-User:").status());
        assertEquals(404, get(task).status());
    }

    @Test
    void whomAProxyNamesGoesBeforeCredentialsThatMayBeForTheProxy() throws IOException {
        String other = "Authorization: Basic d2hhdGV2ZXI6ZWxzZQ==";
        assertEquals(401, get("/ocs/v2.php/text2image/is_available", other).status());
        assertEquals(
                200,
                get("/ocs/v2.php/text2image/is_available", other, "X-Remote-User: alice")
                        .status());
    }

    @Test
    void aUserWhoDoesNotExistIsRefusedAndSoAreTwoAtOnce() throws IOException {
        Answer unknown = get("/ocs/v2.php/text2image/is_available?format=json", "X-Remote-User: mallory");
        assertEquals(401, unknown.status());
        assertTrue(unknown.body().contains("\"statuscode\":997"), unknown.body());
        assertTrue(unknown.header("WWW-Authenticate").isPresent());
        Answer two = get("/ocs/v2.php/text2image/is_available", "X-Remote-User: alice", "X-Remote-User: bob");
        assertEquals(401, two.status());
    }

    @Test
    void nobodyElseSaysWhoTheyAre() throws IOException {
        try (TestServer direct = behind("10.0.0.0/8")) {
            direct.tasks.addOf(Owner.user("alice"), TaskStatus.RUNNING, "");
            Answer answer = RawHttp.send(
                    direct.port(),
                    "GET /ocs/v2.php/text2image/task/7 HTTP/1.1",
                    "Host: localhost\r\nOCS-APIRequest: true\r\nConnection: close",
                    "X-Remote-User: alice");
            assertEquals(404, answer.status());
        }
    }

    @Test
    void whatCameThroughAProxyOnThisMachineIsNotLocal() throws IOException {
        assertEquals(200, get("/metrics").status());
        for (String header : List.of(
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-For: 192.0.2.1",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: localhost",
                "X-Real-IP: 127.0.0.1",
                "X-Remote-User: alice",
                "Via: 1.1 proxy",
                "Forwarded: for=127.0.0.1")) {
            int refusal = header.equals("X-Remote-User: alice") ? 403 : 401;
            assertEquals(refusal, get("/metrics", header).status(), header);
            assertFalse(get("/health/ready", header).body().contains("providers"), header);
        }
    }
}
