package dev.easel.dist;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** What was asked for outlives the host that was asked. */
class RestartIT {
    private static final int TASKS = 3;

    @TempDir
    private Path folder;

    private Path data;
    private Path ofPlugin;

    @BeforeEach
    void givenAProviderThatWaits() throws IOException {
        data = folder.resolve("data");
        ofPlugin = data.resolve("plugins/patient");
        PluginJars.compile("PatientProvider", folder.resolve("plugins"));
    }

    @Test
    void whatWasQueuedOrRunningWhenTheHostStoppedRunsAfterTheRestart() throws Exception {
        List<Long> ids;
        try (EaselProcess easel = start()) {
            ids = scheduleAll(OcsClient.of(easel.awaitReady()));
            await("the first run")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(ofPlugin.resolve("started")));
            EaselCommand.Result end = easel.terminate();
            assertEquals(0, end.status(), () -> "exit status; stderr " + end.err());
        }
        Files.createFile(ofPlugin.resolve("go"));
        try (EaselProcess easel = start()) {
            awaitAll(OcsClient.of(easel.awaitReady()), ids);
            easel.terminate();
        }
    }

    private EaselProcess start() throws IOException {
        return EaselCommand.host(data, "--plugins", folder.resolve("plugins").toString())
                .start();
    }

    private static List<Long> scheduleAll(OcsClient client) throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            OcsAnswer scheduled = client.schedule("patience " + i, "restart", 1);
            assertNotEquals(OcsAnswer.SUCCESSFUL, scheduled.taskStatus());
            ids.add(scheduled.taskId());
        }
        return ids;
    }

    private static void awaitAll(OcsClient client, List<Long> ids) {
        for (long id : ids) {
            await("task " + id)
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> client.fetch(id).taskStatus() == OcsAnswer.SUCCESSFUL);
        }
    }

    @Test
    void aHostThatIsAskedToStopSaysNothingWrong() throws Exception {
        try (EaselProcess easel = start()) {
            URI host = easel.awaitReady();
            OcsClient.of(host).isAvailable();
            EaselCommand.Result end = easel.terminate();
            assertEquals(0, end.status());
            assertEquals(List.of("Easel is ready: " + host), end.out());
            assertEquals(
                    List.of(),
                    end.err().stream()
                            .filter(line -> line.contains("WARN") || line.contains("ERROR"))
                            .toList());
        }
    }
}
