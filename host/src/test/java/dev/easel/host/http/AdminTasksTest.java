package dev.easel.host.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.Authentication;
import dev.easel.host.access.Caller;
import dev.easel.host.access.SettableClock;
import dev.easel.host.database.Database;
import dev.easel.host.metrics.Metrics;
import dev.easel.host.ocs.InMemoryTaskManager;
import dev.easel.host.ocs.OcsRoutes;
import dev.easel.host.ocs.WaitLimits;
import dev.easel.host.task.EmbeddedDatabases;
import dev.easel.host.task.TaskReports;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What administrators see over HTTP, and what others are told who ask for it. */
class AdminTasksTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private volatile Supplier<Authentication> caller = () -> new Authentication.Known(new Caller.User("root", 1, true));
    private Database database;
    private HttpServer server;

    @BeforeEach
    void start(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
        TaskReports reports = new TaskReports(database);
        OcsRoutes routes = new OcsRoutes(
                new InMemoryTaskManager(),
                facts -> caller.get(),
                new AccessLimits(false, new SettableClock()),
                new WaitLimits(Duration.ZERO, 0));
        Health health = new Health(true, List.of("a fault"), List.of(), List.of());
        server = new HttpServer(HttpSettings.of("127.0.0.1", 0), routes, () -> health, metrics, reports::page);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(Duration.ofSeconds(5));
        metrics.close();
        database.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(
                HttpRequest.newBuilder(uri)
                        .header("X-Forwarded-For", "192.0.2.9")
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode list(String query) throws Exception {
        HttpResponse<String> answer = get("/admin/tasks" + query);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElseThrow());
        return JSON.readTree(answer.body());
    }

    private static List<Long> ids(JsonNode page) {
        List<Long> ids = new ArrayList<>();
        page.path("tasks").forEach(task -> ids.add(task.path("id").asLong()));
        return ids;
    }

    private void store(long id, int status, String user) {
        database.update(
                "INSERT INTO task (id, status, turn, turn_key, user_id, app_id, identifier, input, number_of_images,"
                        + " attempt, crashes, failures, not_before, created_at, changed_at, completion_expected_at,"
                        + " reason) VALUES (?, ?, 0, '', ?, 'app', '', 'a secret prompt', 2, 3, 1, 2, 0, 1000, 61500,"
                        + " 0, ?)",
                id,
                status,
                user.isEmpty() ? null : user,
                status == 4 ? "it is \"refused\"" : null);
    }

    @Test
    void everyTaskIsShownWithItsReasonsAndWithoutItsPrompt() throws Exception {
        store(7, 4, "alice");
        store(8, 1, "");
        JsonNode page = list("");
        assertEquals(JSON.readTree("""
                        {"id": 7, "status": "failed", "user": "alice", "app": "app", "images": 2, "provider": null,
                         "attempts": 3, "crashes": 1, "failures": 2, "waitingReason": null,
                         "failureReason": "it is \\"refused\\"", "created": "1970-01-01T00:00:01Z",
                         "changed": "1970-01-01T00:01:01.500Z"}"""), page.path("tasks").get(0));
        JsonNode waiting = page.path("tasks").get(1);
        assertTrue(waiting.path("user").isNull());
        assertTrue(waiting.path("waitingReason").isTextual());
        assertFalse(page.has("next"));
        assertFalse(page.toString().contains("secret prompt"));
    }

    @Test
    void pagesFollowEachOtherOldestFirst() throws Exception {
        for (long id = 100; id > 95; id--) {
            store(id, 3, "alice");
        }
        JsonNode first = list("?limit=2");
        assertEquals(List.of(100L, 99L), ids(first));
        JsonNode second = list("?limit=2&after=" + first.path("next").asLong());
        assertEquals(List.of(98L, 97L), ids(second));
        JsonNode last = list("?limit=2&after=" + second.path("next").asLong());
        assertEquals(List.of(96L), ids(last));
        assertFalse(last.has("next"));
    }

    @Test
    void theListIsNarrowedAsOnTheCommandLine() throws Exception {
        store(1, 4, "alice");
        store(2, 3, "alice");
        store(3, 4, "bob");
        assertEquals(List.of(1L, 3L), ids(list("?failed=true")));
        assertEquals(List.of(1L, 2L), ids(list("?user=alice&failed=false")));
        assertEquals(List.of(3L), ids(list("?user=bob&failed=true")));
        assertEquals(List.of(), ids(list("?user=nobody")));
    }

    @Test
    void everyFaultOfTheParametersIsSaidAtOnce() throws Exception {
        HttpResponse<String> answer = get("/admin/tasks?failed=yes&after=-1&limit=1001");
        assertEquals(400, answer.statusCode());
        assertEquals("""
                failed is "yes"; true and false are allowed
                after is "-1"; whole numbers from 0 to 9223372036854775807 are allowed
                limit is "1001"; whole numbers from 1 to 1000 are allowed
                """, answer.body());
        assertEquals(400, get("/admin/tasks?limit=ten").statusCode());
    }

    @Test
    void othersAreToldNothing() throws Exception {
        store(1, 4, "alice");
        caller = () -> new Authentication.NotLoggedIn();
        HttpResponse<String> anonymous = get("/admin/tasks");
        assertEquals(401, anonymous.statusCode());
        assertEquals(
                "Basic realm=\"Easel\", charset=\"UTF-8\"",
                anonymous.headers().firstValue("WWW-Authenticate").orElseThrow());
        caller = () -> new Authentication.Known(new Caller.User("alice", 2, false));
        assertEquals(403, get("/admin/tasks").statusCode());
        caller = () -> new Authentication.TooManyGuesses(Duration.ofMillis(1_500));
        HttpResponse<String> guesser = get("/admin/tasks");
        assertEquals(429, guesser.statusCode());
        assertEquals(Optional.of("2"), guesser.headers().firstValue("Retry-After"));
    }

    @Test
    void whileTheDatabaseIsAwayHealthIsStillToldButNobodyIsAnAdministrator() throws Exception {
        caller = () -> {
            throw new TaskStoreException("the database is away", null);
        };
        assertEquals(503, get("/admin/tasks").statusCode());
        HttpResponse<String> health = get("/health/ready");
        assertEquals(200, health.statusCode());
        assertFalse(health.body().contains("a fault"));
        assertEquals(503, get("/ocs/v2.php/text2image/is_available").statusCode());
    }
}
