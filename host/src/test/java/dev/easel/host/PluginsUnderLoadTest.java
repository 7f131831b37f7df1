package dev.easel.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.easel.host.metrics.ExpositionText;
import dev.easel.host.provider.TestPluginJar;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Plugins come, change and go while clients order pictures, and no client notices. */
@Timeout(600)
class PluginsUnderLoadTest {
    private static final int REPLACEMENTS = Integer.getInteger("plugin.replacements", 10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String MEMBERS = """
            @Override public int slots() { return 8; }
            @Override public Duration expectedRuntime(int images) { return Duration.ofMillis(50); }
            @Override public void close() {}

            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks)
                    throws IOException, InterruptedException {
                Thread.sleep(20);
                var picture = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB);
                for (ImageSink sink : sinks) {
                    var bytes = new java.io.ByteArrayOutputStream();
                    javax.imageio.ImageIO.write(picture, "png", bytes);
                    sink.write(bytes.toByteArray());
                }
            }
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path plugins = Path.of("");

    @Test
    void whileAPluginIsAddedReplacedAgainAndAgainAndRemovedNoRequestFails(@TempDir Path home) throws Exception {
        plugins = Files.createDirectories(home.resolve("plugins"));
        drop("steady", "1.0.0");
        Map<String, String> environment =
                Map.of("EASEL_LIMITS", "false", "EASEL_PROVIDERS_PREFERRED", "changing,steady");
        try (EaselProcess easel = EaselProcess.serve(home, environment);
                ConstantLoad load = ConstantLoad.on(easel.address(), 3, Duration.ofMillis(5))) {
            awaitOrders(load, 20);
            for (int version = 0; version <= REPLACEMENTS; version++) {
                drop("changing", "1.0." + version);
                awaitPlugins(easel, "changing 1.0." + version + " ready", "steady 1.0.0 ready");
                awaitOrders(load, 20);
            }
            Files.delete(plugins.resolve("changing.jar"));
            awaitPlugins(easel, "steady 1.0.0 ready");
            awaitOrders(load, 20);
            load.close();

            int queued = load.queued();
            await().atMost(PATIENCE).until(load::allMade);
            assertEquals(List.of(), load.failures());
            assertBothWorked(easel);
            assertTrue(queued <= load.orders() / 10, queued + " of " + load.orders() + " were queued");
            assertEquals(List.of(), stagedBeside(home, 1));
            System.out.printf(
                    "%d orders during %d replacements, none failed, %d were queued%n",
                    load.orders(), REPLACEMENTS, queued);
        }
    }

    private void drop(String id, String version) throws IOException {
        Path written = TestPluginJar.of(id)
                .version(version)
                .provider("Painter", id, MEMBERS)
                .writeTo(plugins.resolve(id + ".jar.part"));
        Files.move(written, plugins.resolve(id + ".jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void awaitOrders(ConstantLoad load, int more) {
        int before = load.orders();
        await().atMost(PATIENCE).until(() -> load.orders() >= before + more);
    }

    private void awaitPlugins(EaselProcess easel, String... expected) {
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(List.of(expected), pluginsOf(easel)));
    }

    private List<String> pluginsOf(EaselProcess easel) throws Exception {
        JsonNode plugins = JSON.readTree(get(easel, "/health/ready")).path("plugins");
        return plugins.findParents("jar").stream()
                .map(plugin -> plugin.path("id").asText() + " "
                        + plugin.path("version").asText() + " "
                        + plugin.path("state").asText())
                .toList();
    }

    private void assertBothWorked(EaselProcess easel) throws Exception {
        ExpositionText metrics = ExpositionText.parse(get(easel, "/metrics"));
        for (String provider : List.of("changing", "steady")) {
            assertTrue(metrics.value("easel_claims_total", "provider", provider) >= 20, provider);
        }
    }

    private String get(EaselProcess easel, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(easel.address().resolve(path)).build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /** The private copies besides so many that are in use. */
    private static List<String> stagedBeside(Path home, int used) throws IOException {
        try (var files = Files.list(home.resolve("data/staging"))) {
            return files.map(Path::toString).sorted().skip(used).toList();
        }
    }
}
