package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.host.provider.TestPluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A plugin that orders images, hears of its tasks' ends and reads its images; it never sees the host. */
@Timeout(90)
class ListeningPluginTest {
    private static final String PAINT = """
            @Override
            public void generate(GenerationRequest request, List<ImageSink> sinks)
                    throws IOException, GenerationException {
                if (request.prompt().contains("forbidden")) {
                    throw GenerationException.requestAtFault("this is not painted");
                }
                for (ImageSink sink : sinks) {
                    sink.write(Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQV"
                            + "R42mP8z8Dwn4EIAAkYAgFaQbIVAAAAAElFTkSuQmCC"));
                }
            }

            @Override public void close() {}
            """;

    private static final String ORDERS = """
            package myapp;

            import dev.easel.api.plugin.*;
            import dev.easel.api.task.*;

            public class Orders extends org.pf4j.Plugin {
                private final PluginContext context;

                public Orders(PluginContext context) { this.context = context; }

                @Override
                public void start() {
                    context.manager().scheduleTask(TaskRequest.of("a red fox", "my_app", 2));
                }
            }
            """;

    private static final String LISTENER = """
            package myapp;

            import dev.easel.api.event.*;
            import dev.easel.api.plugin.*;
            import dev.easel.api.task.*;
            import java.io.*;
            import java.nio.file.*;
            import org.pf4j.Extension;

            @Extension
            public class ImageGenerationResultListener implements TaskEventListener {
                private final PluginContext context;

                public ImageGenerationResultListener(PluginContext context) { this.context = context; }

                @Override
                public void handle(TaskEvent event) throws IOException {
                    if (!event.task().appId().equals("my_app")) {
                        return;
                    }
                    if (event instanceof TaskSuccessfulEvent) {
                        for (OutputImage image : event.task().outputImages().orElseThrow()) {
                            try (InputStream in = image.openStream()) {
                                note(image.index() + " " + image.mediaType() + " " + in.readAllBytes().length);
                            }
                        }
                    } else if (event instanceof TaskFailedEvent failed) {
                        note("failed: " + failed.errorMessage());
                    }
                }

                private void note(String line) throws IOException {
                    Files.writeString(context.dataFolder().resolve("heard.txt"), line + "\\n",
                            StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                }
            }
            """;

    private static final int PIXEL_BYTES = Behaviour.png().length;

    @TempDir
    Path folder;

    private ServiceBench bench;

    @BeforeEach
    void drop() throws IOException {
        bench = new ServiceBench(folder)
                .drop("a-painter", TestPluginJar.of("painter").provider("PainterProvider", "painter", PAINT))
                .drop(
                        "my-app",
                        TestPluginJar.of("my-app")
                                .source("myapp.Orders", ORDERS)
                                .source("myapp.ImageGenerationResultListener", LISTENER)
                                .manifest("Plugin-Class", "myapp.Orders"));
    }

    @AfterEach
    void stop() throws InterruptedException {
        bench.close();
    }

    @Test
    void aPluginHearsThatItsTaskSucceededAndReadsTheImages() throws IOException {
        bench.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> heard().size() == 2);
        assertEquals(List.of("0 image/png " + PIXEL_BYTES, "1 image/png " + PIXEL_BYTES), heard());
    }

    @Test
    void aPluginHearsOfItsRunNowTasksFailureAndNotOfOtherApps() throws IOException {
        TaskService service = bench.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> heard().size() == 2);
        runNow(service, "something forbidden", "other_app");
        runNow(service, "something else forbidden", "my_app");
        await().atMost(Duration.ofSeconds(30)).until(() -> heard().size() == 3);
        assertEquals("failed: this is not painted", heard().get(2));
    }

    private static void runNow(TaskService service, String prompt, String app) {
        service.manager()
                .runOrSchedule(TaskRequest.of(prompt, app, 1), Owner.user("alice"), Duration.ofSeconds(20))
                .join();
    }

    private List<String> heard() throws IOException {
        Path file = bench.dataOf("my-app").resolve("heard.txt");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
