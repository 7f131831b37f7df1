package dev.easel.dist;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The flow of the README, over both formats, both sets of verbs and both versions of OCS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesIT {
    private EaselProcess easel;
    private URI host;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        easel = EaselCommand.host(data).start();
        host = easel.awaitReady();
    }

    @AfterAll
    void stop() throws InterruptedException {
        try (EaselProcess stopping = easel) {
            assertEquals(0, stopping.terminate().status(), "exit status");
        }
    }

    @ParameterizedTest
    @MethodSource("flows")
    void aPromptBecomesAPictureThatIsGoneOnceItIsDeleted(Flow flow) throws Exception {
        OcsClient client = new OcsClient(host, flow.version(), flow.format(), flow.verbs());
        assertEquals(flow.yes(), client.isAvailable().data().path("isAvailable").asText(), "isAvailable");

        long id = schedule(client, flow);
        awaitPicture(client, id);
        assertPicture(client.image(id, 0));
        assertListed(client, flow, id);

        assertEquals(flow.ok(), client.delete(id).code(), "delete");
        OcsAnswer gone = client.fetch(id);
        assertEquals(404, gone.code(), "fetching a deleted task");
        assertEquals("Task not found", gone.data().path("message").asText());
        assertEquals("v1".equals(flow.version()) ? 200 : 404, gone.status());
        assertEquals(0, client.list(flow.appId()).tasks().size(), "tasks after the deletion");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theImagesOfOneTaskDiffer(OcsFormat format) throws Exception {
        OcsClient client = new OcsClient(host, "v2", format, OcsVerbs.DEPLOYED);
        long id = client.schedule("three of a kind", "several", 3).taskId();
        awaitPicture(client, id);
        List<String> tags = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            HttpResponse<byte[]> image = client.image(id, index);
            assertPicture(image);
            tags.add(image.headers().firstValue("ETag").orElseThrow());
        }
        assertEquals(3, tags.stream().distinct().count(), "different images");
        assertEquals(404, client.image(id, 3).statusCode(), "one image too many");
        assertArrayEquals(client.image(id, 1).body(), client.image(id, 1).body(), "the same image again");
    }

    static List<Flow> flows() throws IOException {
        List<Flow> flows = new ArrayList<>();
        for (String prompt : Prompts.all()) {
            for (OcsFormat format : OcsFormat.values()) {
                for (OcsVerbs verbs : OcsVerbs.values()) {
                    String version = flows.size() / 2 % 2 == flows.size() / 4 % 2 ? "v1" : "v2";
                    flows.add(new Flow("flow-" + flows.size(), version, format, verbs, prompt));
                }
            }
        }
        return flows;
    }

    static OcsFormat[] formats() {
        return OcsFormat.values();
    }

    private static long schedule(OcsClient client, Flow flow) throws Exception {
        OcsAnswer scheduled = client.schedule(flow.prompt(), flow.appId(), 1);
        assertEquals(flow.ok(), scheduled.code(), "schedule: " + scheduled);
        assertEquals(flow.prompt(), scheduled.task().path("input").asText());
        assertEquals(scheduled.taskId(), scheduled.data().path("id").asLong(), "the documented place of the id");
        assertTrue(scheduled.taskId() > 0, "id");
        return scheduled.taskId();
    }

    private static void awaitPicture(OcsClient client, long id) {
        await("task " + id)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> client.fetch(id).taskStatus() == OcsAnswer.SUCCESSFUL);
    }

    private static void assertPicture(HttpResponse<byte[]> answer) throws IOException {
        assertEquals(200, answer.statusCode());
        assertEquals("image/png", answer.headers().firstValue("Content-Type").orElse("none"));
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertEquals(List.of(1024, 1024), List.of(picture.getWidth(), picture.getHeight()));
    }

    private static void assertListed(OcsClient client, Flow flow, long id) throws Exception {
        List<Long> listed = new ArrayList<>();
        client.list(flow.appId())
                .tasks()
                .forEach(task -> listed.add(task.path("id").asLong()));
        assertEquals(List.of(id), listed);
    }

    /** One prompt, and how it is asked for. */
    record Flow(String appId, String version, OcsFormat format, OcsVerbs verbs, String prompt) {
        /** Returns what the format writes for true: OCS's XML has 1. */
        String yes() {
            return format == OcsFormat.XML ? "1" : "true";
        }

        /** Returns the envelope's code for success. */
        int ok() {
            return "v1".equals(version) ? 100 : 200;
        }
    }
}
