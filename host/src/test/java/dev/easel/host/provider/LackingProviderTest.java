package dev.easel.host.provider;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A provider that a run found lacking is not ready until it says otherwise. */
@Timeout(60)
class LackingProviderTest {
    private static final String READY_BUT_SECOND_TIME = """
            private int asked;

            @Override
            public synchronized Readiness readiness() {
                return ++asked == 2 ? Readiness.notReady("Still no memory.") : Readiness.ready();
            }
            """;

    @TempDir
    Path folder;

    private PluginHostBench bench;

    @BeforeEach
    void drop() throws Exception {
        bench = new PluginHostBench(folder)
                .drop("zoo", TestPluginJar.of("zoo").provider("ZooProvider", "painter", READY_BUT_SECOND_TIME));
        bench.start();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void itIsNotReadyAtOnceAndReadyAgainWhenItSaysSo() {
        HostedProvider painter = bench.provider("painter");
        assertTrue(painter.readiness().isReady());

        painter.lacks("No memory.");
        assertFalse(painter.readiness().isReady());
        assertTrue(bench.host().preferred().isEmpty());
        await().until(() -> painter.readiness().reasons().toString().contains("Still no memory."));
        await().until(() -> bench.status("zoo.jar").state() == PluginStatus.State.NOT_READY);

        painter.recheckReadiness();
        await().until(() -> bench.host().preferred().isPresent());
        assertEquals(1, painter.slots());
    }
}
