package dev.easel.host.task;

import dev.easel.host.database.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A run whose task another host deleted or took up is cancelled; the others go on. */
class RunWatchTest extends StoreContract {
    static Database database;

    private final ActiveRuns active = new ActiveRuns();
    private final RunWatch watch = new RunWatch(new RetentionStore(database()), active, "host");

    @BeforeAll
    static void open(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }

    @Test
    void aRunThatIsThisHostsGoesOn() {
        assertCancelled(false, running(schedule(ALICE, "a fox")));
    }

    @Test
    void aRunWhoseTaskWasDeletedIsCancelled() {
        long id = schedule(ALICE, "a fox");
        ActiveRun run = running(id);
        ActiveRun other = running(schedule(BOB, "a cat"));
        store.delete(id);
        assertCancelled(true, run);
        assertCancelled(false, other);
    }

    @Test
    void aRunWhoseTaskAnotherHostTookUpIsCancelled() {
        long id = schedule(ALICE, "a fox");
        ActiveRun run = running(id);
        leases.crashed(row(id), null, NOW.plusSeconds(60), NOW);
        queue.claim(row(id), claim("other", NOW));
        assertCancelled(true, run);
    }

    @Test
    void aRunOfAnEarlierAttemptIsCancelledThoughThisHostRunsTheNext() {
        long id = schedule(ALICE, "a fox");
        ActiveRun run = running(id);
        leases.crashed(row(id), null, NOW.plusSeconds(60), NOW);
        queue.claim(row(id), claim("host", NOW));
        assertCancelled(true, run);
    }

    private ActiveRun running(long id) {
        ActiveRun run = new ActiveRun(claimed(id), fraction -> {});
        active.add(run);
        return run;
    }

    private void assertCancelled(boolean expected, ActiveRun run) {
        watch.look();
        assertEquals(expected, run.cancellation().isCancelled());
    }
}
