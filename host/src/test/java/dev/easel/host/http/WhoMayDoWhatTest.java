package dev.easel.host.http;

import dev.easel.api.task.Task;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.access.AccessLimits;
import dev.easel.host.access.GuestSession;
import dev.easel.host.access.KnownUsers;
import dev.easel.host.access.PasswordAuthenticator;
import dev.easel.host.access.TestAuthenticator;
import dev.easel.host.access.Users;
import dev.easel.host.metrics.Metrics;
import dev.easel.host.ocs.OcsRoutes;
import dev.easel.host.ocs.WaitLimits;
import dev.easel.host.task.Owner;
import dev.easel.host.task.ServiceFixture;
import dev.easel.host.task.TaskReports;
import dev.easel.host.task.TestProvider;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Who may do what: every route that the server has, with every kind of caller, over tasks of every kind of owner.
 *
 * <p>The real server, task manager, authenticator and database. Every request looks as if it came through a proxy, so
 * that nobody is let in for being on this machine.
 */
@Timeout(120)
class WhoMayDoWhatTest {
    /**
     * The allowed. A cell is a status (that of the envelope, for OCS) and what of others' or one's own the answer
     * holds: a, b, c, g for the task of alice, of bob, of the guest with a cookie, of a guest without one; h and m for
     * details of health and metrics. The star stands for both versions of OCS.
     */
    private static final String ALLOWED = """
            methods         route                                     task of | guest  cookie other  alice  bob    admin    wrong removed
            GET             /ocs/*/text2image/is_available            -       | 200    200    200    200    200    200      401   401
            HEAD            /ocs/*/text2image/is_available            -       | 200    200    200    200    200    200      401   401
            POST            /ocs/*/text2image/schedule                -       | 200    200    200    200    200    200      401   401
            GET,POST,DELETE /ocs/*/text2image/task/{id}               alice   | 404    404    404    200a   404    404      401   401
            GET,POST,DELETE /ocs/*/text2image/task/{id}               bob     | 404    404    404    404    200b   404      401   401
            GET,POST,DELETE /ocs/*/text2image/task/{id}               cookie  | 200c   200c   200c   404    404    404      401   401
            GET,POST,DELETE /ocs/*/text2image/task/{id}               guest   | 200g   200g   200g   404    404    404      401   401
            HEAD            /ocs/*/text2image/task/{id}               alice   | 404    404    404    200    404    404      401   401
            HEAD            /ocs/*/text2image/task/{id}               bob     | 404    404    404    404    200    404      401   401
            HEAD            /ocs/*/text2image/task/{id}               cookie  | 200    200    200    404    404    404      401   401
            HEAD            /ocs/*/text2image/task/{id}               guest   | 200    200    200    404    404    404      401   401
            GET,POST        /ocs/*/text2image/task/{id}/image/{index} alice   | 404    404    404    200a   404    404      401   401
            GET,POST        /ocs/*/text2image/task/{id}/image/{index} bob     | 404    404    404    404    200b   404      401   401
            GET,POST        /ocs/*/text2image/task/{id}/image/{index} cookie  | 200c   200c   200c   404    404    404      401   401
            GET,POST        /ocs/*/text2image/task/{id}/image/{index} guest   | 200g   200g   200g   404    404    404      401   401
            HEAD            /ocs/*/text2image/task/{id}/image/{index} alice   | 404    404    404    200    404    404      401   401
            HEAD            /ocs/*/text2image/task/{id}/image/{index} bob     | 404    404    404    404    200    404      401   401
            HEAD            /ocs/*/text2image/task/{id}/image/{index} cookie  | 200    200    200    404    404    404      401   401
            HEAD            /ocs/*/text2image/task/{id}/image/{index} guest   | 200    200    200    404    404    404      401   401
            GET,DELETE      /ocs/*/text2image/tasks/app/{appId}       -       | 200    200c   200    200a   200b   200      401   401
            HEAD            /ocs/*/text2image/tasks/app/{appId}       -       | 200    200    200    200    200    200      401   401
            GET,HEAD        /health/live                              -       | 200    200    200    200    200    200      200   200
            GET             /health/ready                             -       | 200    200    200    200    200    200h     200   200
            HEAD            /health/ready                             -       | 200    200    200    200    200    200      200   200
            GET             /metrics                                  -       | 401    401    401    403    403    200m     401   401
            GET             /admin/tasks                              -       | 401    401    401    403    403    200abcg  401   401
            """;

    private static final Pattern STATUS = Pattern.compile("\"statuscode\":(\\d+)");
    private static final Pattern CELL_BORDER = Pattern.compile("[ |]+");
    private static final Pattern METHOD_BORDER = Pattern.compile(",");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final GuestSession cookie = GuestSession.create(RANDOM);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private final Map<String, Owner> owners = new TreeMap<>();
    private final Map<String, String> credentials = new TreeMap<>();
    private final Map<String, Long> tasks = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();
    private ServiceFixture service;
    private HttpServer server;

    /** A row of the table for one method: what is expected of each caller. */
    private record Row(String method, String route, String owner, Map<String, String> cells) {}

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        TestProvider provider = new TestProvider("painter").always((request, sinks) -> {
            for (var sink : sinks) {
                sink.write(request.prompt().getBytes(StandardCharsets.UTF_8));
            }
        });
        service = ServiceFixture.start(data, provider);
        KnownUsers known = new KnownUsers(service.database);
        addUsers(known);
        owners.put("alice", known.owner("alice"));
        owners.put("bob", known.owner("bob"));
        owners.put("cookie", Owner.guest("192.0.2.7", Optional.of(cookie.hash())));
        owners.put("guest", Owner.guest("192.0.2.7", Optional.empty()));
        serve(known);
    }

    private void addUsers(KnownUsers known) throws Exception {
        Users users = new Users(service.database, service.service.purge(), known::changed, Clock.systemUTC());
        credentials.put("alice", TestAuthenticator.basic("alice", users.add("alice", false)));
        credentials.put("bob", "Bearer " + users.add("bob", false));
        credentials.put("admin", TestAuthenticator.basic("root", users.add("root", true)));
        credentials.put("wrong", TestAuthenticator.basic("alice", "0".repeat(36)));
        credentials.put("removed", TestAuthenticator.basic("carol", users.add("carol", true)));
        users.remove("carol");
    }

    private void serve(KnownUsers known) {
        AccessLimits unlimited = new AccessLimits(false, Clock.systemUTC());
        PasswordAuthenticator authenticator = new PasswordAuthenticator(known, true, false, Clock.systemUTC());
        OcsRoutes routes =
                new OcsRoutes(service.manager(), authenticator, unlimited, new WaitLimits(Duration.ofSeconds(30), 100));
        TaskReports reports = new TaskReports(service.database);
        Health health = new Health(true, List.of(), List.of(), List.of());
        server = new HttpServer(HttpSettings.of("127.0.0.1", 0), routes, () -> health, metrics, reports::page);
        server.start();
        metrics.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        server.stop(Duration.ofSeconds(5));
        metrics.close();
        service.close();
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        TreeSet<String> rows = rows().stream()
                .map(row -> row.method() + " " + row.route())
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> routes = server.routes().stream()
                .map(route -> route.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path.replaceAll("/ocs/v[12].php/", "/ocs/*/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(routes, rows);
    }

    @Test
    void everyCallerGetsWhatTheTableAllowsAndNothingElse() throws Exception {
        for (Row row : rows()) {
            for (Map.Entry<String, String> cell : row.cells().entrySet()) {
                if (row.route().startsWith("/ocs/")) {
                    check(row, row.route().replace("*", "v1.php"), cell.getKey(), cell.getValue());
                    check(row, row.route().replace("*", "v2.php"), cell.getKey(), cell.getValue());
                } else {
                    check(row, row.route(), cell.getKey(), cell.getValue());
                }
            }
        }
        assertEquals("", String.join("\n", violations));
    }

    private void check(Row row, String route, String caller, String allowed) throws Exception {
        replaceDeleted();
        String path = route.replace("{id}", String.valueOf(tasks.getOrDefault(row.owner(), 0L)))
                .replace("{index}", "0")
                .replace("{appId}", "app");
        HttpResponse<String> answer = send(row.method(), path, caller);
        String expected = hidesStatus(row.method(), path) && allowed.equals("404") ? "200" : allowed;
        String seen = status(answer) + content(answer.body());
        if (!seen.equals(expected)) {
            violations.add("%s %s of %s by %s: %s, allowed is %s; %s"
                    .formatted(row.method(), path, row.owner(), caller, seen, expected, answer.body()));
        }
    }

    /** Each owner has one task, which is successful, with one image. */
    private void replaceDeleted() throws Exception {
        for (Map.Entry<String, Owner> owner : owners.entrySet()) {
            long id = tasks.getOrDefault(owner.getKey(), 0L);
            if (service.manager().find(id).isEmpty()) {
                TaskRequest request = TaskRequest.of(prompt(owner.getKey()), "app", 1)
                        .withUserId(owner.getValue().userId().orElse(null));
                Task task = service.manager()
                        .runOrSchedule(request, owner.getValue(), Duration.ofSeconds(30))
                        .get(30, TimeUnit.SECONDS);
                assertEquals(TaskStatus.SUCCESSFUL, task.status());
                tasks.put(owner.getKey(), task.id());
            }
        }
    }

    private static String prompt(String owner) {
        return "the wish of " + owner;
    }

    private HttpResponse<String> send(String method, String path, String caller)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + path + "?format=json"))
                .header("OCS-APIRequest", "true")
                .header("X-Forwarded-For", "192.0.2.9")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        path.endsWith("/schedule")
                                ? BodyPublishers.ofString(
                                        "{\"input\":\"new\",\"appId\":\"ordered\",\"numberOfImages\":1}")
                                : BodyPublishers.noBody());
        if (caller.equals("cookie")) {
            request.header("Cookie", GuestSession.COOKIE + "=" + cookie.value());
        } else if (caller.equals("other")) {
            request.header(
                    "Cookie",
                    GuestSession.COOKIE + "=" + GuestSession.create(RANDOM).value());
        }
        Optional.ofNullable(credentials.get(caller)).ifPresent(given -> request.header("Authorization", given));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Version 1 has nearly every status in its envelope only, which HEAD doesn't show. */
    private static boolean hidesStatus(String method, String path) {
        return method.equals("HEAD") && path.startsWith("/ocs/v1.php/");
    }

    private static String status(HttpResponse<String> answer) {
        Matcher envelope = STATUS.matcher(answer.body());
        if (!envelope.find()) {
            return String.valueOf(answer.statusCode());
        }
        return switch (envelope.group(1)) {
            case "100" -> "200";
            case "997" -> "401";
            default -> envelope.group(1);
        };
    }

    private String content(String body) {
        StringBuilder found = new StringBuilder();
        for (Map.Entry<String, Long> task : tasks.entrySet()) {
            if (body.contains(prompt(task.getKey())) || body.contains(String.valueOf(task.getValue()))) {
                found.append(task.getKey().charAt(0));
            }
        }
        if (body.contains("\"providers\"")) {
            found.append('h');
        }
        return body.contains("# TYPE ") ? found.append('m').toString() : found.toString();
    }

    private static List<Row> rows() {
        List<String[]> lines = ALLOWED.lines().map(CELL_BORDER::split).toList();
        String[] header = lines.get(0);
        List<String> callers = Arrays.asList(header).subList(4, header.length);
        List<Row> rows = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            Map<String, String> cells = new TreeMap<>();
            for (int i = 0; i < callers.size(); i++) {
                cells.put(callers.get(i), line[3 + i]);
            }
            METHOD_BORDER.splitAsStream(line[0]).forEach(method -> rows.add(new Row(method, line[1], line[2], cells)));
        }
        return rows;
    }
}
