package dev.easel.host.runtime;

import dev.easel.host.database.Database;
import dev.easel.host.runtime.RuntimeEstimator.Estimate;
import dev.easel.host.runtime.RuntimeRecord.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The estimator over a database: what it learns from whom, when, and what it does without the database. */
class RecordedRuntimesTest {
    private static final Duration DECLARED = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final StubProvider painter = new StubProvider("painter", DECLARED);
    private Database database;
    private RecordedRuntimes runtimes;

    @BeforeEach
    void start() {
        database = Records.embedded(folder);
        runtimes = new RecordedRuntimes(database, clock);
    }

    @AfterEach
    void stop() {
        runtimes.close();
        database.close();
    }

    @Test
    void untilThereAreRecordsTheDeclaredRuntimeStands() {
        assertEquals(new Estimate(DECLARED, DECLARED), runtimes.estimate(painter, 1));
    }

    @Test
    void recordedRunsTakeThePlaceOfTheDeclaredRuntime() {
        recordRuns(runtimes, painter, 8, 2);
        await().untilAsserted(() -> assertSeconds(2, runtimes.estimate(painter, 1)));
    }

    @Test
    void runsThatDidNotSucceedTeachNothing() {
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.SUCCESSFUL) {
                runtimes.record(painter, Records.of("painter", 1, 1, outcome, false));
            }
        }
        recordRuns(runtimes, painter, 8, 5);
        await().untilAsserted(() -> assertSeconds(5, runtimes.estimate(painter, 1)));
    }

    @Test
    void aRestartedHostKnowsWhatItRecorded() {
        recordRuns(runtimes, painter, 8, 2);
        runtimes.close();
        runtimes = new RecordedRuntimes(database, clock);
        StubProvider loadedAgain = new StubProvider("painter", DECLARED);
        runtimes.record(loadedAgain, Records.successful("painter", 1, 2));
        await().untilAsserted(() -> assertSeconds(2, runtimes.estimate(loadedAgain, 1)));
    }

    @Test
    void whatAnotherHostRecordsIsKnownAFewSecondsLater() {
        recordRuns(runtimes, painter, 8, 2);
        await().untilAsserted(() -> assertSeconds(2, runtimes.estimate(painter, 1)));
        try (RecordedRuntimes otherHost = new RecordedRuntimes(database, clock)) {
            recordRuns(otherHost, new StubProvider("painter", DECLARED), 12, 8);
        }
        assertSeconds(2, runtimes.estimate(painter, 1));
        clock.advance(Duration.ofSeconds(3));
        await().untilAsserted(() -> assertSeconds(8, runtimes.estimate(painter, 1)));
    }

    @Test
    void providersDoNotLearnFromEachOther() {
        StubProvider other = new StubProvider("other", DECLARED);
        recordRuns(runtimes, painter, 8, 2);
        await().untilAsserted(() -> assertSeconds(2, runtimes.estimate(painter, 1)));
        assertSeconds(20, runtimes.estimate(other, 1));
    }

    @Test
    void aProviderIsColdUntilARunOfItSucceeded() {
        assertTrue(runtimes.isCold(painter));
        runtimes.record(painter, Records.of("painter", 1, 1, Outcome.PROVIDER_AT_FAULT, true));
        assertTrue(runtimes.isCold(painter));
        runtimes.record(painter, Records.of("painter", 1, 1, Outcome.SUCCESSFUL, true));
        assertFalse(runtimes.isCold(painter));
    }

    @Test
    void aProviderThatWasLoadedAgainIsColdAndExpectedToTakeAsLongAsColdRunsTook() {
        runtimes.record(painter, Records.of("painter", 1, 60, Outcome.SUCCESSFUL, true));
        recordRuns(runtimes, painter, 8, 2);
        await().untilAsserted(() -> assertSeconds(2, runtimes.estimate(painter, 1)));
        StubProvider loadedAgain = new StubProvider("painter", DECLARED);
        assertTrue(runtimes.isCold(loadedAgain));
        await().untilAsserted(() -> assertSeconds(60, runtimes.estimate(loadedAgain, 1)));
    }

    @Test
    void withoutTheDatabaseTheLastKnownRuntimesStandAndRunsAreNotDisturbed() {
        recordRuns(runtimes, painter, 8, 2);
        await().untilAsserted(() -> assertSeconds(2, runtimes.estimate(painter, 1)));
        database.close();
        clock.advance(Duration.ofMinutes(1));
        runtimes.record(painter, Records.successful("painter", 1, 30));
        assertSeconds(2, runtimes.estimate(painter, 1));
        runtimes.close();
        assertSeconds(2, runtimes.estimate(painter, 1));
    }

    @Test
    void estimatesDoNotWaitForTheDatabase() {
        database.close();
        assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 1000; i++) {
                clock.advance(Duration.ofSeconds(5));
                assertSeconds(20, runtimes.estimate(painter, 1));
            }
        });
    }

    @Test
    void closingWritesWhatWasRecorded() {
        recordRuns(runtimes, painter, 30, 2);
        runtimes.close();
        RuntimeStore store = new RuntimeStore(database);
        assertEquals(
                30, store.recent(RecordClass.successful("painter", false), 100).size());
    }

    @Test
    void recordingAfterTheEndDoesNothing() {
        runtimes.close();
        runtimes.record(painter, Records.successful("painter", 1, 2));
        assertSeconds(20, runtimes.estimate(painter, 1));
    }

    private static void recordRuns(RecordedRuntimes runtimes, StubProvider provider, int count, double seconds) {
        for (int i = 0; i < count; i++) {
            runtimes.record(provider, Records.successful(provider.id(), 1, seconds));
        }
    }

    private static void assertSeconds(double expected, Estimate estimate) {
        assertEquals(expected, estimate.typical().toMillis() / 1e3, expected * 0.02);
        assertTrue(estimate.cautious().compareTo(estimate.typical()) >= 0);
    }
}
