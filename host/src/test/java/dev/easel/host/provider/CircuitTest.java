package dev.easel.host.provider;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Providers whose runs fail again and again are left alone for growing whiles. */
class CircuitTest {
    private PluginHostBench bench;

    @BeforeEach
    void prepare(@TempDir Path folder) throws Exception {
        bench = new PluginHostBench(folder).recheckingEvery(Duration.ofMillis(20));
        bench.drop("bad", bad("1.0.0"))
                .drop("good", TestPluginJar.of("good").provider("Good", "good", ""))
                .preferring("bad", "good")
                .watch();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static TestPluginJar bad(String version) {
        return TestPluginJar.of("bad").version(version).provider("Bad", "bad", """
                @Override public int slots() { return 3; }
                """);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            bench.provider("bad").failed();
        }
    }

    private String preferred() {
        return bench.host().preferred().map(HostedProvider::id).orElse("none");
    }

    @Test
    void afterFiveFailuresInARowAProviderIsLeftAloneAndAnotherServes() {
        fail(4);
        assertEquals("bad", preferred());

        fail(1);

        assertEquals("good", preferred());
        bench.awaitStates("bad 1.0.0 not ready", "good 1.0.0 ready");
        assertEquals(
                List.of("Provider bad: Its last 5 runs failed (easel task list tells of each task why), so it is left "
                        + "alone, for the first time, until 2026-01-01T00:00:30Z; a higher version of its jar is tried "
                        + "at once."),
                bench.status("bad.jar").reasons());
    }

    @Test
    void aSuccessInBetweenStartsTheCountAgain() {
        fail(4);
        bench.provider("bad").succeeded();
        fail(4);

        assertEquals("bad", preferred());
    }

    @Test
    void afterThePauseOneRunAtATimeIsRisked() {
        fail(5);
        bench.clock.advance(Duration.ofSeconds(30));

        assertEquals("bad", preferred());
        HostedProvider.Slot trial = bench.provider("bad").tryAcquire().orElseThrow();
        assertEquals(Optional.empty(), bench.provider("bad").tryAcquire());
        trial.close();
        bench.provider("bad").succeeded();

        try (HostedProvider.Slot one = bench.provider("bad").tryAcquire().orElseThrow();
                HostedProvider.Slot two = bench.provider("bad").tryAcquire().orElseThrow()) {
            assertFalse(one.equals(two));
        }
        bench.awaitStates("bad 1.0.0 ready", "good 1.0.0 ready");
    }

    @Test
    void aFailedTrialDoublesThePauseAndTheThirdPauseIsQuarantine() {
        fail(5);
        bench.clock.advance(Duration.ofSeconds(30));
        fail(1);
        bench.clock.advance(Duration.ofSeconds(59));
        assertEquals("good", preferred());
        bench.clock.advance(Duration.ofSeconds(1));
        assertEquals("bad", preferred());
        bench.awaitStates("bad 1.0.0 ready", "good 1.0.0 ready");

        fail(1);

        bench.awaitStates("bad 1.0.0 quarantined", "good 1.0.0 ready");
        bench.clock.advance(Duration.ofMinutes(2));
        bench.awaitStates("bad 1.0.0 ready", "good 1.0.0 ready");
    }

    @Test
    void pausesGrowToAQuarterOfAnHour() {
        fail(5);
        for (int i = 0; i < 20; i++) {
            bench.clock.advance(Duration.ofMinutes(15));
            assertEquals("bad", preferred());
            fail(1);
            assertEquals("good", preferred());
        }
    }

    @Test
    void failuresOfRunsThatWereUnderWayDoNotLengthenThePause() {
        fail(9);

        bench.clock.advance(Duration.ofSeconds(30));

        assertEquals("bad", preferred());
    }

    @Test
    void aNewVersionBeginsWithoutItsPredecessorsFailures() throws Exception {
        fail(5);
        bench.awaitStates("bad 1.0.0 not ready", "good 1.0.0 ready");

        bench.move("bad", bad("1.0.1"));

        bench.awaitStates("bad 1.0.1 ready", "good 1.0.0 ready");
        assertTrue(bench.host()
                .preferred()
                .filter(provider -> provider.pluginVersion().equals("1.0.1"))
                .isPresent());
    }
}
