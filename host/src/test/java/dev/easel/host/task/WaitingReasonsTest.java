package dev.easel.host.task;

import dev.easel.api.provider.Readiness;
import dev.easel.host.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** An administrator is told what a task waits for. */
class WaitingReasonsTest extends StoreContract {
    static Database database;

    private final SettableClock clock = new SettableClock(NOW);
    private final TestProvider painter = new TestProvider("painter");
    private final TestProvider printer = new TestProvider("printer");

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
    void aTaskThatMayBeginWaitsForASlotOfThePreferredReadyProvider() {
        painter.being(Readiness.notReady("No key."));
        assertEquals(Optional.of("waits for a free slot of printer"), reason(schedule(ALICE, "a fox")));
    }

    @Test
    void whereNoneIsReadyEveryProviderIsNamedWithWhatItLacks() {
        painter.being(Readiness.notReady("No key."));
        printer.being(Readiness.notReady("No paper."));
        long id = schedule(ALICE, "a fox");
        assertEquals(Optional.of("no provider is ready: painter: No key.; printer: No paper."), reason(id));
        ends.retry(claimed(id), "no paper", NOW.plusSeconds(60), NOW);
        assertEquals(Optional.of("no provider is ready: painter: No key.; printer: No paper."), reason(id));
    }

    @Test
    void aTaskThatIsTriedAgainSaysWhenAndWhyUntilThen() {
        long id = schedule(ALICE, "a fox");
        ends.retry(claimed(id), "overloaded", NOW.plusSeconds(60), NOW);
        assertEquals(Optional.of("is tried again at " + NOW.plusSeconds(60) + " because overloaded"), reason(id));
        clock.advance(Duration.ofSeconds(60));
        assertEquals(Optional.of("waits for a free slot of painter"), reason(id));
    }

    @Test
    void withoutProvidersThatIsSaid() {
        long id = schedule(ALICE, "a fox");
        assertEquals(
                Optional.of("no provider is loaded"),
                new TaskReports(database, new TestProviders(), clock)
                        .show(id)
                        .orElseThrow()
                        .waitingReason());
    }

    @Test
    void whatDoesNotWaitHasNoReason() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        assertEquals(Optional.empty(), reason(id));
    }

    @Test
    void whereNoHostRunsThatIsNotPretended() {
        long id = schedule(ALICE, "a fox");
        assertEquals(
                Optional.of("waits for a free slot of a ready provider"),
                new TaskReports(database).show(id).orElseThrow().waitingReason());
    }

    private Optional<String> reason(long id) {
        return new TaskReports(database, new TestProviders(painter, printer), clock)
                .show(id)
                .orElseThrow()
                .waitingReason();
    }
}
