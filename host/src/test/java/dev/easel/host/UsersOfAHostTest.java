package dev.easel.host;

import dev.easel.host.access.TestAuthenticator;
import dev.easel.host.config.ConfigLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Users of a whole host, made and removed by commands while it runs and while it doesn't. */
@Timeout(120)
class UsersOfAHostTest {
    private static final Map<String, String> USERS_ONLY = Map.of("EASEL_GUESTS", "false");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /** Gives a command as another process does and returns what it prints. */
    private String easel(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), false, folder);
        StopSignal none = new JvmStopSignal();
        Easel easel = new Easel(new ConfigLoader(folder, folder, USERS_ONLY), new HostEngine(), none, terminal);
        assertEquals(0, easel.run(arguments), () -> err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private int status(EaselProcess host, String path, String credentials) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(host.address().resolve(path))
                .header("OCS-APIRequest", "true")
                .header("X-Forwarded-For", "192.0.2.9");
        if (!credentials.isEmpty()) {
            request.header("Authorization", credentials);
        }
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void theyAreKnownAtOnceAndForgottenAtOnce() throws Exception {
        String before = easel("user", "add", "root", "--admin");
        String path = "/ocs/v2.php/text2image/is_available";
        try (EaselProcess host = EaselProcess.serve(folder, USERS_ONLY)) {
            String root = "Bearer " + before;
            String alice = TestAuthenticator.basic("alice", easel("user", "add", "alice"));
            String more = "Bearer " + easel("user", "add-password", "alice");
            assertEquals(401, status(host, path, ""));
            for (String credentials : List.of(root, alice, more)) {
                assertEquals(200, status(host, path, credentials));
            }
            assertEquals(403, status(host, "/admin/tasks", alice));
            assertEquals(200, status(host, "/admin/tasks", root));
            easel("user", "revoke", "alice", more.substring(7, 16));
            assertEquals(401, status(host, path, more));
            assertEquals(200, status(host, path, alice));
            easel("user", "remove", "alice");
            assertEquals(401, status(host, path, alice));
            assertTrue(host.log().stream().anyMatch(line -> line.contains("removed user=alice")));
            assertTrue(host.log().stream()
                    .anyMatch(line -> line.contains("GET /admin/tasks administrator=root address=127.0.0.1")));
            assertTrue(host.log().stream().noneMatch(line -> line.contains(before.substring(10))));
        }
        assertTrue(easel("user", "list").endsWith(before.substring(0, 9)));
    }
}
