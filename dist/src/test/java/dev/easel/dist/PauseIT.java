package dev.easel.dist;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A host that is stopped past its lease, and then goes on, finds its run taken up by another. */
class PauseIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String PROMPT = "a slow one";

    @TempDir
    private Path folder;

    private ProviderLedger asked;
    private ImageFolder images;

    @BeforeEach
    void givenAProviderThatKeepsALedger() throws IOException {
        PluginJars.compile("RecordingProvider", folder.resolve("plugins"));
        asked = new ProviderLedger(folder.resolve("provider.ledger"));
        images = new ImageFolder(folder.resolve("images"));
    }

    @Test
    void whatItPublishesAfterwardsIsDroppedWithItsFiles() throws Exception {
        MortalDatabase database = new MortalDatabase();
        try (MortalHost paused = host("paused", database, Duration.ofSeconds(12));
                MortalHost heir = host("heir", database, Duration.ofSeconds(1))) {
            start(paused);
            long id = OcsClient.of(paused.address())
                    .schedule(PROMPT, "pause-test", 1)
                    .taskId();
            await("the first run").atMost(PATIENCE).until(() -> asked.starts(PROMPT) == 1);
            paused.process().signal("STOP");
            start(heir);
            OcsClient client = OcsClient.of(heir.address());
            await("the heir's run")
                    .atMost(PATIENCE)
                    .until(() -> client.fetch(id).taskStatus() == OcsAnswer.SUCCESSFUL);
            Spelling image = Spelling.of(client.image(id, 0).body());

            paused.process().signal("CONT");
            await("the end of the first run")
                    .atMost(PATIENCE)
                    .until(() ->
                            !paused.logged("the result of attempt 1 is dropped").isEmpty());

            assertEquals(OcsAnswer.SUCCESSFUL, client.fetch(id).taskStatus());
            assertEquals(image, Spelling.of(client.image(id, 0).body()));
            assertEquals(
                    image,
                    Spelling.of(OcsClient.of(paused.address()).image(id, 0).body()));
            await("no files of the first run")
                    .atMost(PATIENCE)
                    .until(() -> images.attempts().stream()
                            .map(ImageFolder.Attempt::name)
                            .toList()
                            .equals(List.of("2")));
        }
    }

    private static void start(MortalHost host) throws IOException {
        host.start();
        host.awaitReady();
    }

    private MortalHost host(String data, MortalDatabase database, Duration runs) throws IOException {
        return new MortalHost(
                folder.resolve(data),
                command -> asked.kept(database.usedBy(command), runs.toMillis())
                        .with("EASEL_PLUGINS", folder.resolve("plugins").toString())
                        .with("EASEL_IMAGES", images.root().toString())
                        .with("EASEL_RUN_NOW_BUDGET", "1s")
                        .with("EASEL_LEASE", "2s"));
    }
}
