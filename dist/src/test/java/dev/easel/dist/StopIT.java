package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A host that is asked to stop gives back in time what it cannot finish. */
class StopIT {
    private static final int SLOTS = 2;
    private static final Duration ENDLESS = Duration.ofMinutes(20);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private ProviderLedger asked;

    @BeforeEach
    void givenAProviderThatKeepsALedger() throws IOException {
        PluginJars.compile("RecordingProvider", folder.resolve("plugins"));
        asked = new ProviderLedger(folder.resolve("provider.ledger"));
    }

    @Test
    void whatRunsTooLongIsGivenBackAndRunAgainAtOnceWithoutCountingAsACrash() throws Exception {
        List<Long> ids;
        try (MortalHost host = start(ENDLESS)) {
            ids = order(OcsClient.of(host.address()));
            assertStopsInTime(host);
        }
        try (MortalHost host = start(SHORT)) {
            OcsClient client = OcsClient.of(host.address());
            for (long id : ids) {
                await("task " + id)
                        .atMost(PATIENCE)
                        .until(() -> client.fetch(id).taskStatus() == OcsAnswer.SUCCESSFUL);
                assertEquals("0", host.show(id).get("crashes"), "crashes");
                assertEquals("0", host.show(id).get("failures"), "failures");
            }
            assertEquals(
                    List.of(),
                    new ImageFolder(folder.resolve("data/images"))
                            .attempts().stream()
                                    .filter(attempt -> attempt.name().startsWith("."))
                                    .toList(),
                    "files of the runs that were cancelled");
        }
    }

    private List<Long> order(OcsClient client) throws Exception {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i <= SLOTS; i++) {
            ids.add(client.schedule("a long one " + i, "stop-test", 1).taskId());
        }
        await("runs in all slots").atMost(PATIENCE).until(() -> asked.read().size() == SLOTS);
        return ids;
    }

    private static void assertStopsInTime(MortalHost host) throws InterruptedException {
        long began = System.nanoTime();
        EaselCommand.Result end = host.process().terminate();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        assertEquals(0, end.status(), () -> "exit status; stderr " + end.err());
        assertTrue(took.compareTo(STOP_TIMEOUT.plus(SLACK)) < 0, () -> "it took " + took + ": " + end.err());
    }

    private MortalHost start(Duration runs) throws IOException {
        MortalHost host = new MortalHost(
                folder.resolve("data"),
                command -> asked.kept(command, runs.toMillis())
                        .with("EASEL_PLUGINS", folder.resolve("plugins").toString())
                        .with("EASEL_RUN_NOW_BUDGET", "1s")
                        .with("EASEL_STOP_TIMEOUT", STOP_TIMEOUT.toSeconds() + "s"));
        host.start();
        host.awaitReady();
        return host;
    }
}
