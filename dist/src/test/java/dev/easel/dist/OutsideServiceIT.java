package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Images end to end, from servers of OpenAI's API that this project did not write to a client of OCS. */
class OutsideServiceIT {
    private static final int IMAGES = 3;

    @TempDir
    private Path folder;

    /** Its images come as {@code data:} addresses where Base64 alone belongs. */
    @Test
    void imagesOfMockOpenaiApiArrive() throws Exception {
        NodePackage server = NodePackage.installed("mock-openai-api", "1.0.3", "dist/cli.js");
        try (NodePackage.Running service = server.start("--host", "127.0.0.1")) {
            requireImages(service);
        }
    }

    /** It fails, refuses and cuts connections on purpose. */
    @Test
    void imagesOfAimockArriveThoughItFailsOftenEnough() throws Exception {
        NodePackage server = NodePackage.installed("@copilotkit/aimock", "1.43.0", "dist/cli.js");
        Path fixture = folder.resolve("images.json");
        String image =
                "{\"b64Json\":\"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==\"}";
        Files.writeString(
                fixture,
                "{\"fixtures\":[{\"match\":{\"endpoint\":\"image\"},\"response\":{\"images\":[%s,%s,%s]}}]}"
                        .formatted(image, image, image));
        try (NodePackage.Running service = server.start(
                "--fixtures",
                fixture.toString(),
                "--chaos-drop",
                "0.2",
                "--chaos-ratelimit",
                "0.1",
                "--chaos-disconnect",
                "0.2")) {
            requireImages(service);
        }
    }

    private void requireImages(NodePackage.Running service) throws IOException, InterruptedException {
        EaselCommand host = EaselCommand.host(folder.resolve("data"))
                .with("EASEL_PLUGIN_OPENAI_SERVICES_DEFAULT_BASE_URL", "http://127.0.0.1:" + service.port() + "/v1")
                .with("EASEL_PLUGIN_OPENAI_SERVICES_DEFAULT_API_KEY", "sk-0123456789")
                .with("EASEL_PLUGIN_OPENAI_SERVICES_DEFAULT_MODEL", "gpt-4o-image");
        try (EaselProcess easel = host.start()) {
            OcsClient client = OcsClient.of(easel.awaitReady());
            for (int task = 0; task < 5; task++) {
                long id = client.schedule("a red fox, number " + task, "outside", IMAGES)
                        .taskId();
                await("images of an outside service")
                        .atMost(Duration.ofSeconds(90))
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> client.fetch(id).taskStatus() == OcsAnswer.SUCCESSFUL);
                for (int i = 0; i < IMAGES; i++) {
                    assertEquals(
                            "image/png",
                            client.image(id, i)
                                    .headers()
                                    .firstValue("Content-Type")
                                    .orElse("none"));
                }
            }
        }
    }
}
