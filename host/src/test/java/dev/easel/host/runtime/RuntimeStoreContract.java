package dev.easel.host.runtime;

import dev.easel.api.task.TaskStoreException;
import dev.easel.host.database.Database;
import dev.easel.host.runtime.RuntimeRecord.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the store of runtime records does on every database; one subclass a database. */
abstract class RuntimeStoreContract {
    private static final RecordClass WARM = RecordClass.successful("painter", false);

    private Database database;
    private RuntimeStore store;

    /** Opens a database without records. */
    abstract Database open();

    @BeforeEach
    void openStore() {
        database = open();
        store = new RuntimeStore(database);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void aRecordIsReadAsItWasWritten() {
        RuntimeRecord record = new RuntimeRecord(
                "painter",
                "2.1.0-beta",
                4,
                Duration.ofMillis(12_345),
                Duration.ofMillis(678),
                Outcome.LACKING,
                true,
                Instant.ofEpochMilli(1_767_225_600_123L));
        store.insert(List.of(record));
        assertEquals(List.of(record), store.recent(RecordClass.of(record), 10));
    }

    @Test
    void theMostRecentComeFirstAndNoMoreThanAskedFor() {
        insertRunsOfSeconds(1, 2, 3);
        insertRunsOfSeconds(4);
        assertEquals(List.of(4.0, 3.0, 2.0), seconds(store.recent(WARM, 3)));
    }

    @Test
    void providersOutcomesAndColdRunsAreKeptApart() {
        store.insert(List.of(
                Records.of("painter", 1, 1, Outcome.SUCCESSFUL, false),
                Records.of("Painter", 1, 2, Outcome.SUCCESSFUL, false),
                Records.of("painter ", 1, 3, Outcome.SUCCESSFUL, false),
                Records.of("painter", 1, 4, Outcome.PROVIDER_AT_FAULT, false),
                Records.of("painter", 1, 5, Outcome.SUCCESSFUL, true)));
        assertEquals(List.of(1.0), seconds(store.recent(WARM, 10)));
        assertEquals(List.of(5.0), seconds(store.recent(RecordClass.successful("painter", true), 10)));
    }

    @Test
    void ofAProviderWithoutRunsNothingIsRead() {
        assertEquals(List.of(), store.recent(WARM, 10));
    }

    @Test
    void writingNothingIsNoFault() {
        store.insert(List.of());
        assertEquals(List.of(), store.recent(WARM, 10));
    }

    @Test
    void pruningKeepsTheNewestOfOneClassAndAllOfTheOthers() {
        RuntimeRecord failed = Records.of("painter", 1, 9, Outcome.CANCELLED, false);
        store.insert(List.of(failed));
        insertRunsOfSeconds(1, 2, 3, 4, 5);
        assertEquals(3, store.prune(WARM, 2));
        assertEquals(List.of(5.0, 4.0), seconds(store.recent(WARM, 10)));
        assertEquals(List.of(failed), store.recent(RecordClass.of(failed), 10));
    }

    @Test
    void pruningTakesNothingWhereThereIsNotTooMuch() {
        insertRunsOfSeconds(1, 2);
        assertEquals(0, store.prune(WARM, 2));
        assertEquals(2, store.recent(WARM, 10).size());
    }

    @Test
    void theRecordsOfAProviderAreBounded() {
        RuntimeLedger ledger = new RuntimeLedger(store);
        int written = RuntimeLedger.KEPT + 3 * RuntimeLedger.PRUNE_EVERY;
        for (int i = 0; i < written; i++) {
            ledger.write(List.of(Records.successful("painter", 1, i)));
        }
        int kept = store.recent(WARM, written).size();
        assertTrue(kept >= RuntimeLedger.KEPT && kept < RuntimeLedger.KEPT + RuntimeLedger.PRUNE_EVERY, "kept " + kept);
    }

    @Test
    void ofMoreRecordsThanAreKeptOnlyTheNewestAreWritten() {
        List<RuntimeRecord> flood = IntStream.range(0, 3 * RuntimeLedger.KEPT)
                .mapToObj(i -> Records.successful("painter", 1, i))
                .toList();
        new RuntimeLedger(store).write(flood);
        List<RuntimeRecord> kept = store.recent(WARM, flood.size());
        assertEquals(RuntimeLedger.KEPT, kept.size());
        assertEquals(flood.get(flood.size() - 1), kept.get(0));
    }

    @Test
    void aDatabaseThatIsAwayIsReported() {
        database.close();
        assertThrows(TaskStoreException.class, () -> store.recent(WARM, 1));
        assertThrows(TaskStoreException.class, () -> insertRunsOfSeconds(1));
    }

    @Test
    void recentRunsAreReadAlongTheIndexWithoutSorting() {
        insertRunsOfSeconds(IntStream.range(0, 300).mapToDouble(i -> i).toArray());
        assertReadsAlongTheIndex(
                database,
                RuntimeStore.RECENT
                        .replace("provider = ?", "provider = 'painter'")
                        .replace("outcome = ?", "outcome = 1")
                        .replace("cold = ?", "cold = FALSE")
                        .replace("LIMIT ?", "LIMIT 64"));
    }

    /** Asserts that the database's plan for a query follows the index {@code runtime_recent} and sorts nothing. */
    abstract void assertReadsAlongTheIndex(Database opened, String query);

    private void insertRunsOfSeconds(double... seconds) {
        store.insert(Arrays.stream(seconds)
                .mapToObj(each -> Records.successful("painter", 1, each))
                .toList());
    }

    private static List<Double> seconds(List<RuntimeRecord> records) {
        return records.stream().map(record -> record.ran().toMillis() / 1e3).toList();
    }
}
