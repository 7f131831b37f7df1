package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.database.DatabaseClock;
import dev.easel.host.runtime.DeclaredRuntimes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a host that is gone left running is taken up by another. */
abstract class LeaseContract extends StoreContract {
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final Instant EXPIRY = NOW.plus(LEASE).plusMillis(1);

    private final AtomicInteger signals = new AtomicInteger();

    @Test
    void aTaskIsRunByItsHostWhileTheLeaseLasts() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        takeUp(NOW.plus(LEASE));
        assertEquals(TaskStatus.RUNNING, row(id).status());
        assertEquals(0, signals.get());
    }

    @Test
    void afterTheLeaseTheTaskWaitsAgainAndTheWorkerIsTold() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        takeUp(EXPIRY);
        TaskRow row = row(id);
        assertEquals(TaskStatus.SCHEDULED, row.status());
        assertEquals(1, row.run().crashes());
        assertEquals(0, row.run().failures());
        assertEquals(Optional.empty(), row.run().host());
        assertEquals(List.of("a fox"), order());
        assertEquals(1, signals.get());
    }

    @Test
    void aTaskThatWasRunAtOnceHasALeaseToo() {
        NewTask task = newTask(ALICE, TaskRequest.of("a fox", "app", 1));
        store.insertRunning(task, claim("gone", NOW));
        takeUp(EXPIRY);
        assertEquals(TaskStatus.SCHEDULED, row(task.id()).status());
    }

    @Test
    void anExtendedLeaseLastsLonger() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        leases.extend("host", List.of(id), EXPIRY.plusSeconds(20));
        takeUp(EXPIRY);
        assertEquals(TaskStatus.RUNNING, row(id).status());
    }

    @Test
    void aHostExtendsItsOwnLeasesOnly() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        leases.extend("another host", List.of(id), EXPIRY.plusSeconds(20));
        takeUp(EXPIRY);
        assertEquals(TaskStatus.SCHEDULED, row(id).status());
    }

    @Test
    void theThirdCrashFailsTheTask() {
        long id = schedule(ALICE, "a fox");
        for (int crash = 1; crash <= 3; crash++) {
            assertEquals(TaskStatus.SCHEDULED, row(id).status(), "before crash " + crash);
            claimed(id);
            takeUp(EXPIRY);
        }
        assertEquals(TaskStatus.FAILED, row(id).status());
        assertEquals(3, row(id).run().crashes());
        assertEquals(
                Optional.of("the host stopped while this task was running"),
                row(id).run().reason());
        assertEquals(List.of(), order());
    }

    @Test
    void failuresAndGivingBackAreNoCrashes() {
        long id = schedule(ALICE, "a fox");
        for (int i = 0; i < 4; i++) {
            ends.giveBack(claimed(id), NOW);
            ends.retry(claimed(id), "overloaded", NOW, NOW);
        }
        claimed(id);
        takeUp(EXPIRY);
        assertEquals(TaskStatus.SCHEDULED, row(id).status());
        assertEquals(1, row(id).run().crashes());
        assertEquals(4, row(id).run().failures());
        assertEquals(9, row(id).run().attempt());
    }

    @Test
    void whatWasExtendedMeanwhileIsNotTakenUp() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        TaskRow expired = leases.expired(EXPIRY).get(0);
        leases.extend("host", List.of(id), EXPIRY.plusSeconds(20));
        assertFalse(leases.crashed(expired, null, EXPIRY, EXPIRY));
        assertEquals(TaskStatus.RUNNING, row(id).status());
    }

    @Test
    void whatEndedMeanwhileIsNotTakenUp() {
        long id = schedule(ALICE, "a fox");
        Attempt attempt = claimed(id);
        TaskRow expired = leases.expired(EXPIRY).get(0);
        ends.succeed(attempt, List.of(), EXPIRY);
        assertFalse(leases.crashed(expired, null, EXPIRY, EXPIRY));
        assertEquals(TaskStatus.SUCCESSFUL, row(id).status());
    }

    @Test
    void whoIsLateMayStillStoreTheEndUntilAnotherTookTheTaskUp() {
        long id = schedule(ALICE, "a fox");
        Attempt attempt = claimed(id);
        assertTrue(ends.succeed(attempt, List.of(), EXPIRY.plusSeconds(100)));
    }

    @Test
    void aHostThatIsAloneTakesUpEverythingAtItsStart() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        takeUp(Instant.ofEpochMilli(Long.MAX_VALUE));
        assertEquals(TaskStatus.SCHEDULED, row(id).status());
    }

    @Test
    void onlyLeasesOfRunsThatAreUnderWayAreExtended() {
        long running = schedule(ALICE, "running");
        long unknown = schedule(ALICE, "unknown");
        ActiveRuns active = new ActiveRuns();
        active.add(new ActiveRun(claimed(running), fraction -> {}));
        claimed(unknown);
        try (LeaseKeeper keeper = keeper("host", NOW.plus(LEASE), active)) {
            keeper.extendLeases();
        }
        takeUp(EXPIRY);
        assertEquals(TaskStatus.RUNNING, row(running).status());
        assertEquals(TaskStatus.SCHEDULED, row(unknown).status());
    }

    @Test
    void whatAHostHoldsWithoutKnowingIsGivenBackAndCountsAsNothing() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        try (LeaseKeeper keeper = keeper("host", NOW.plus(LEASE.dividedBy(2)).plusMillis(1), new ActiveRuns())) {
            keeper.extendLeases();
        }
        assertEquals(TaskStatus.SCHEDULED, row(id).status());
        assertEquals(0, row(id).run().crashes());
        assertEquals(0, row(id).run().failures());
        assertEquals(1, signals.get());
    }

    @Test
    void whatWasClaimedJustNowIsNotGivenBack() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        try (LeaseKeeper keeper = keeper("host", NOW, new ActiveRuns())) {
            keeper.extendLeases();
        }
        assertEquals(TaskStatus.RUNNING, row(id).status());
    }

    private void takeUp(Instant before) {
        try (LeaseKeeper keeper = keeper("heir", EXPIRY, new ActiveRuns())) {
            keeper.takeUpExpired(before);
        }
    }

    private LeaseKeeper keeper(String host, Instant now, ActiveRuns active) {
        DatabaseClock clock = new DatabaseClock(database(), new SettableClock(now));
        Claims claims = new Claims(host, new TestProviders(), new DeclaredRuntimes(), clock, LEASE);
        return new LeaseKeeper(leases, claims, clock, active, signals::incrementAndGet);
    }
}
