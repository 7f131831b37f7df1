package dev.easel.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Local diffusion end to end, with a tiny model of random weights: the pictures show nothing, and all else is real. */
class LocalDiffusionIT {
    private static final String MODEL = "EASEL_PLUGIN_DIFFUSION_MODELS_DEFAULT_";
    private static final int SIZE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void givenAModel() throws IOException {
        Path tiny = Distribution.checkout().resolve("plugins/diffusion/src/test/resources/zoo/sd15");
        model = folder.resolve("model");
        try (Stream<Path> files = Files.walk(tiny)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, model.resolve(tiny.relativize(file).toString()));
            }
        }
    }

    @Test
    void oneLineOfConfigurationIsEnoughToGenerate() throws Exception {
        EaselCommand.Result result = EaselCommand.easel(
                        "generate", "a red circle", "--provider", "diffusion", "--count", "2", "--out", "out", "--data")
                .and(folder.resolve("data").toString())
                .with(MODEL + "PATH", model.toString())
                .in(folder)
                .run();
        assertEquals(0, result.status(), () -> "exit status; stderr " + result.err());
        assertEquals(2, result.out().size(), "paths");
        for (String path : result.out()) {
            assertTrue(ImageIO.read(Path.of(path).toFile()).getWidth() > 0, path);
        }
    }

    @Test
    void withoutAModelTheProviderSaysWhatToSetAndThePlaceholderServes() throws Exception {
        try (EaselProcess easel = EaselCommand.host(folder.resolve("data")).start()) {
            URI host = easel.awaitReady();
            JsonNode diffusion = provider(host);
            assertEquals("not configured", diffusion.path("state").asText());
            assertTrue(diffusion.path("reasons").toString().contains("models.default.path"), diffusion.toString());
            OcsClient client = OcsClient.of(host);
            assertEquals(1024, picture(client, madeBy(client)).getWidth(), "the placeholder's width");
        }
    }

    @Test
    void everythingThatIsWrongWithAModelIsSaidAtOnce() throws Exception {
        Files.delete(model.resolve("unet/model.onnx"));
        Files.writeString(model.resolve("scheduler/scheduler_config.json"), "{");
        Files.delete(model.resolve("tokenizer/merges.txt"));
        try (EaselProcess easel = hostWithModel().start()) {
            JsonNode diffusion = provider(easel.awaitReady());
            assertEquals("not ready", diffusion.path("state").asText());
            String reasons = diffusion.path("reasons").toString();
            for (String file : new String[] {"unet", "scheduler_config.json", "merges.txt"}) {
                assertTrue(reasons.contains(file), () -> file + " is not mentioned: " + reasons);
            }
        }
    }

    /** The guess for twelve images is beyond the budget; the recorded runs of so small a model are not. */
    @Test
    void tasksAreQueuedUntilRecordedRunsShowThatTheyFitIntoARequest() throws Exception {
        try (EaselProcess easel =
                hostWithModel().with("EASEL_RUN_NOW_BUDGET", "700ms").start()) {
            OcsClient client = OcsClient.of(easel.awaitReady());
            OcsAnswer first = client.schedule("a red circle", "recorded", 12);
            assertEquals(1, first.taskStatus(), "the first is queued");
            awaitEnd(client, first.taskId());
            await("a task that is run while the client waits")
                    .atMost(PATIENCE)
                    .until(() -> runsNow(client.schedule("a red circle", "recorded", 12), client));
        }
    }

    private static boolean runsNow(OcsAnswer task, OcsClient client) {
        if (task.taskStatus() == OcsAnswer.SUCCESSFUL) {
            return true;
        }
        awaitEnd(client, task.taskId());
        return false;
    }

    @Test
    void thePluginIsLoadedUnloadedAndLoadedAgainWhileTheHostRuns() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path shipped = Distribution.only(Distribution.home().resolve("plugins"), "easel-diffusion-*.jar");
        Path placeholder = Distribution.only(Distribution.home().resolve("plugins"), "easel-placeholder-*.jar");
        Files.copy(placeholder, plugins.resolve("placeholder.jar"));
        try (EaselProcess easel =
                hostWithModel().and("--plugins", plugins.toString()).start()) {
            OcsClient client = OcsClient.of(easel.awaitReady());
            for (int round = 0; round < 2; round++) {
                Path jar = Files.copy(shipped, plugins.resolve("diffusion.jar"));
                await("local diffusion")
                        .atMost(PATIENCE)
                        .until(() -> picture(client, madeBy(client)).getWidth() == SIZE);
                Files.delete(jar);
                await("the placeholder")
                        .atMost(PATIENCE)
                        .until(() -> picture(client, madeBy(client)).getWidth() == 1024);
            }
            assertEquals(List.of(), easel.logged("ERROR"), "errors in the log");
        }
    }

    private EaselCommand hostWithModel() {
        return EaselCommand.host(folder.resolve("data"))
                .with(MODEL + "PATH", model.toString())
                .with(MODEL + "STEPS", "2")
                .with(MODEL + "WIDTH", String.valueOf(SIZE))
                .with(MODEL + "HEIGHT", String.valueOf(SIZE));
    }

    private static long madeBy(OcsClient client) throws IOException, InterruptedException {
        long id = client.schedule("a red circle", "diffusion", 1).taskId();
        awaitEnd(client, id);
        return id;
    }

    private static void awaitEnd(OcsClient client, long id) {
        await("the end of a task")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> client.fetch(id).taskStatus() == OcsAnswer.SUCCESSFUL);
    }

    private static BufferedImage picture(OcsClient client, long id) throws IOException, InterruptedException {
        return ImageIO.read(new ByteArrayInputStream(client.image(id, 0).body()));
    }

    /** Returns what the host says of the provider of local diffusion. */
    private static JsonNode provider(URI host) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(host + "/health/ready")).build();
        JsonNode health = new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
        for (JsonNode provider : health.path("providers")) {
            if (provider.path("id").asText().equals("diffusion")) {
                return provider;
            }
        }
        throw new AssertionError("There is no provider of local diffusion in " + health);
    }
}
