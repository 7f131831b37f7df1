package dev.easel.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.host.metrics.ExpositionText;
import dev.easel.host.provider.TestPluginJar;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Metrics and logs of whole hosts after real runs, the logs once as text and once as JSON. */
@Timeout(120)
class SeenFromOutsideTest {
    private static final String CANARY = "canary-7f3a";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Draws, unless the prompt says what else to do. */
    private static final String MEMBERS = """
            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks)
                    throws IOException, InterruptedException {
                context.logger().info("The zoo draws");
                if (request.prompt().contains("crash")) {
                    throw new IllegalStateException("cannot draw " + request.prompt());
                }
                if (request.prompt().contains("refused")) {
                    throw GenerationException.requestAtFault("will not draw " + request.prompt());
                }
                var picture = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
                for (ImageSink sink : sinks) {
                    var bytes = new java.io.ByteArrayOutputStream();
                    javax.imageio.ImageIO.write(picture, "png", bytes);
                    sink.write(bytes.toByteArray());
                }
            }
            @Override public void close() {}
            """;

    private static final Set<String> LABELS = Set.of(
            "le",
            "provider",
            "outcome",
            "status",
            "way",
            "method",
            "route",
            "pool",
            "area",
            "id",
            "state",
            "cause",
            "action",
            "gc");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static EaselProcess text;
    private static EaselProcess json;

    @BeforeAll
    static void serve() throws IOException {
        text = serve("text");
        json = serve("json");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        text.close();
        json.close();
    }

    @Test
    void runsAreMeasured() throws Exception {
        order(text, "draw", "run-1");
        order(text, "refused", "run-2");
        order(text, "crash", "run-3");
        ExpositionText metrics = metrics(text);
        String[] zoo = {"provider", "zoo"};
        assertTrue(metrics.value("easel_claims_total", zoo) >= 3);
        assertTrue(metrics.value("easel_run_wait_seconds_count", zoo) >= 3);
        assertEquals("histogram", metrics.types().get("easel_run_duration_seconds"));
        for (String outcome : List.of("successful", "request_at_fault", "provider_at_fault")) {
            assertTrue(
                    metrics.value("easel_run_duration_seconds_count", "provider", "zoo", "outcome", outcome) >= 1,
                    outcome);
        }
        assertTrue(metrics.value("easel_retries_total") >= 1);
        assertTrue(metrics.value("easel_tasks_accepted_total", "way", "now") >= 3);
        assertTrue(metrics.value("easel_tasks_ended_total", "status", "successful") >= 1);
        assertTrue(metrics.value("easel_tasks_ended_total", "status", "failed") >= 1);
        assertEquals(0, metrics.value("easel_leases_lost_total"));
        assertEquals(0, metrics.value("easel_fenced_writes_total"));
        assertEquals(1, metrics.value("easel_provider_ready", zoo));
    }

    @Test
    void tasksThePoolTheJvmAndRequestsAreMeasured() throws Exception {
        order(json, "draw", "gauge-1");
        ExpositionText metrics = metrics(json);
        for (String status : List.of("scheduled", "running", "successful", "failed")) {
            assertTrue(metrics.value("easel_tasks", "status", status) >= 0, status);
        }
        assertTrue(metrics.value("easel_queue_tasks") >= 0);
        assertTrue(metrics.value("easel_queue_head_age_seconds") >= 0);
        assertTrue(metrics.value("hikaricp_connections_max", "pool", "tasks") >= 1);
        assertTrue(metrics.value("jvm_threads_live_threads") > 1);
        assertTrue(metrics.value("process_uptime_seconds") > 0);
        assertTrue(metrics.value(
                        "easel_http_request_duration_seconds_count",
                        "method",
                        "POST",
                        "route",
                        "/ocs/v2.php/text2image/schedule",
                        "status",
                        "200")
                >= 1);
    }

    @Test
    void theAdministratorsPageListsEveryMetricOfEaselAndNoOther() throws Exception {
        order(text, "draw", "page-1");
        Set<String> listed = Pattern.compile("^\\| `(easel_[a-z_]+)", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> exposed = metrics(text).types().keySet().stream()
                .filter(name -> name.startsWith("easel_") && !name.endsWith("_max"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(listed, exposed);
    }

    @Test
    void noLabelHoldsWhatACallerChose() throws Exception {
        order(text, "draw", "label-1");
        send(HttpRequest.newBuilder(text.address().resolve("/" + CANARY + "/" + CANARY)));
        send(HttpRequest.newBuilder(text.address().resolve("/ocs/v2.php/text2image/task/123454321?a=" + CANARY)));
        send(HttpRequest.newBuilder(text.address().resolve("/health/live")).method("BREW", BodyPublishers.noBody()));
        Awaitility.await().untilAsserted(() -> {
            ExpositionText metrics = metrics(text);
            assertTrue(metrics.series().stream()
                    .anyMatch(series -> "none".equals(series.labels().get("route"))));
            assertTrue(metrics.series().stream()
                    .anyMatch(series -> "other".equals(series.labels().get("method"))));
        });
        String body =
                send(HttpRequest.newBuilder(text.address().resolve("/metrics"))).body();
        assertFalse(body.contains(CANARY));
        assertFalse(body.contains("123454321"));
        assertFalse(Pattern.compile("[a-z_]+=\"[^\"]*[0-9]{10,}").matcher(body).find(), "a task's id in a label");
        Set<String> names = new TreeSet<>();
        ExpositionText.parse(body)
                .series()
                .forEach(series -> names.addAll(series.labels().keySet()));
        names.removeAll(LABELS);
        assertEquals(Set.of(), names);
    }

    @Test
    void openMetricsIsWrittenWhereItIsAccepted() throws Exception {
        HttpResponse<String> plain = send(HttpRequest.newBuilder(text.address().resolve("/metrics")));
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                plain.headers().firstValue("Content-Type").orElseThrow());
        HttpResponse<String> open = send(HttpRequest.newBuilder(text.address().resolve("/metrics"))
                .header("Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"));
        assertEquals(
                "application/openmetrics-text; version=1.0.0; charset=utf-8",
                open.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(open.body().endsWith("# EOF\n"));
    }

    @Test
    void whoComesThroughAProxyIsRefused() throws Exception {
        HttpResponse<String> refused =
                send(HttpRequest.newBuilder(text.address().resolve("/metrics")).header("X-Forwarded-For", "192.0.2.1"));
        assertEquals(401, refused.statusCode());
        assertFalse(refused.body().contains("easel_"));
        HttpResponse<String> health = send(
                HttpRequest.newBuilder(text.address().resolve("/health/ready")).header("X-Forwarded-For", "192.0.2.1"));
        assertFalse(health.body().contains("providers"), health.body());
    }

    @Test
    void aRequestsLinesNameItAndItsTasksLinesTheTask() throws Exception {
        long id = order(text, "draw", "text-1");
        List<String> lines = linesOf(text, "task=" + id + " ");
        assertTrue(lines.get(0).contains(" request=text-1 task=" + id + " "), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("The zoo draws")), lines::toString);
        assertTrue(lines.stream().anyMatch(line -> line.contains("ended after")), lines::toString);
    }

    @Test
    void everyLineOfJsonIsAnObjectWithRequestAndTask() throws Exception {
        long id = order(json, "crash", "json-1");
        linesOf(json, "\"task\":\"" + id + "\"");
        boolean accepted = false;
        boolean drew = false;
        for (String line : json.log()) {
            JsonNode event = JSON.readTree(line);
            assertTrue(event.hasNonNull("timestamp") && event.hasNonNull("message"), line);
            boolean own = event.path("task").asText().equals(Long.toString(id));
            accepted |= own && event.path("request").asText().equals("json-1");
            drew |= own && event.path("message").asText().equals("The zoo draws");
        }
        assertTrue(accepted, "a line with the request and the task");
        assertTrue(drew, "the provider's own line with the task");
    }

    @Test
    void noPromptIsLogged() throws Exception {
        for (EaselProcess easel : List.of(text, json)) {
            for (String what : List.of("draw", "refused", "crash")) {
                linesOf(easel, Long.toString(order(easel, what, "quiet-" + what)));
            }
            send(schedule(easel, "{\"input\": \"" + CANARY, "broken"));
            assertTrue(easel.log().size() > 6, "lines of the log");
            assertEquals(
                    List.of(),
                    easel.log().stream().filter(line -> line.contains(CANARY)).toList());
        }
    }

    private static EaselProcess serve(String format) throws IOException {
        Path home = Files.createDirectories(folder.resolve(format));
        Path plugins = Files.createDirectories(home.resolve("plugins"));
        TestPluginJar.of("zoo").provider("Zoo", "zoo", MEMBERS).writeTo(plugins.resolve("zoo.jar"));
        return EaselProcess.serve(home, Map.of("EASEL_LOG_FORMAT", format, "EASEL_LIMITS", "false"));
    }

    /** Orders a picture and returns the task's id once a run has ended. */
    private long order(EaselProcess easel, String what, String requestId) throws Exception {
        String body = "{\"input\": \"%s %s\", \"appId\": \"test\", \"numberOfImages\": 1}".formatted(what, CANARY);
        HttpResponse<String> response = send(schedule(easel, body, requestId));
        return JSON.readTree(response.body()).at("/ocs/data/task/id").asLong();
    }

    private static HttpRequest.Builder schedule(EaselProcess easel, String body, String requestId) {
        return HttpRequest.newBuilder(easel.address().resolve("/ocs/v2.php/text2image/schedule?format=json"))
                .header("OCS-APIRequest", "true")
                .header("Content-Type", "application/json")
                .header("X-Request-Id", requestId)
                .POST(BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.timeout(Duration.ofSeconds(40)).build(), BodyHandlers.ofString());
    }

    private ExpositionText metrics(EaselProcess easel) throws Exception {
        return ExpositionText.parse(send(HttpRequest.newBuilder(easel.address().resolve("/metrics")))
                .body());
    }

    /** The lines with a text, once the end of a run is among them. */
    private static List<String> linesOf(EaselProcess easel, String text) {
        return Awaitility.await("the log of " + text)
                .until(
                        () -> easel.log().stream()
                                .filter(line -> line.contains(text))
                                .toList(),
                        lines -> lines.stream().anyMatch(line -> line.contains("ended after")));
    }
}
