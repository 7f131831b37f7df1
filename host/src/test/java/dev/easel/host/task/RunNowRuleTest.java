package dev.easel.host.task;

import dev.easel.api.provider.Readiness;
import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStoreException;
import dev.easel.host.database.Database;
import dev.easel.host.runtime.RuntimeEstimator;
import dev.easel.host.runtime.RuntimeEstimator.Estimate;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunNowRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration BUDGET = Duration.ofSeconds(30);

    private final TestProvider provider = new TestProvider("painter");
    private final TestProvider other = new TestProvider("other");
    private final TestProviders providers = new TestProviders(provider, other);
    private Duration cautious = Duration.ofSeconds(10);
    private Database database;
    private RunNowRule rule;

    @BeforeEach
    void open(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
        RuntimeEstimator estimator = (chosen, images) -> new Estimate(Duration.ofSeconds(1), cautious);
        rule = new RunNowRule(providers, estimator, new TaskQueue(database));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRunThatFitsIntoFourFifthsOfTheBudgetIsRunNow() {
        cautious = Duration.ofSeconds(24);
        assertTrue(runsNow(BUDGET));
        assertEquals(0, provider.freeSlots(), "the slot is taken");
    }

    @Test
    void aRunThatIsAMillisecondTooLongIsQueued() {
        cautious = Duration.ofMillis(24_001);
        assertQueued(BUDGET);
    }

    @Test
    void theCautiousEstimateCountsAndNotTheTypicalOne() {
        cautious = Duration.ofSeconds(60);
        assertQueued(BUDGET);
    }

    @Test
    void aClientThatWaitsShorterIsQueuedSooner() {
        assertQueued(Duration.ofSeconds(12));
        assertTrue(runsNow(Duration.ofMillis(12_500)));
    }

    @Test
    void aClientThatDoesNotWaitIsQueued() {
        cautious = Duration.ofMillis(1);
        assertQueued(Duration.ZERO);
    }

    @Test
    void withoutAFreeSlotOfThePreferredProviderTheTaskIsQueued() {
        provider.slots(0);
        assertFalse(runsNow(BUDGET));
        assertEquals(1, other.freeSlots(), "the other provider is left alone");
    }

    @Test
    void aProviderThatIsReplacedWhileItIsAskedIsAskedInItsNewVersion() {
        provider.slots(0).whenAcquired(() -> providers.replace(other));
        assertTrue(runsNow(BUDGET));
        assertEquals(0, other.freeSlots());
    }

    @Test
    void aProviderThatIsNotReadyIsPassedOver() {
        provider.being(Readiness.notReady("the model is missing"));
        assertTrue(runsNow(BUDGET));
        assertEquals(0, other.freeSlots());
    }

    @Test
    void withoutAReadyProviderTheTaskIsQueued() {
        provider.being(Readiness.notReady("the model is missing"));
        other.being(Readiness.notConfigured("no key"));
        assertQueued(BUDGET);
    }

    @Test
    void whereAnotherTaskWaitsTheNewOneWaitsToo() {
        store(0);
        assertQueued(BUDGET);
    }

    @Test
    void aTaskThatWaitsForItsNextTryHoldsNobodyUp() {
        store(NOW.toEpochMilli() + 1);
        assertTrue(runsNow(BUDGET));
    }

    @Test
    void aFailingDatabaseKeepsNoSlot() {
        database.update("ALTER TABLE task RENAME TO elsewhere");
        assertThrows(TaskStoreException.class, () -> runsNow(BUDGET));
        assertEquals(1, provider.freeSlots());
    }

    private void store(long notBefore) {
        TaskRequest request = TaskRequest.of("a fox", "app", 1);
        new TaskStore(database).insertScheduled(new NewTask(7, request, Owner.user("alice"), NOW, NOW));
        database.update("UPDATE task SET not_before = ? WHERE id = 7", notBefore);
    }

    private void assertQueued(Duration budget) {
        assertFalse(runsNow(budget));
        assertEquals(1, provider.freeSlots(), "no slot is kept");
    }

    private boolean runsNow(Duration budget) {
        return rule.slotFor(1, budget, NOW).isPresent();
    }
}
