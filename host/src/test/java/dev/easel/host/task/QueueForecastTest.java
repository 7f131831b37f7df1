package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.host.database.Database;
import dev.easel.host.runtime.DeclaredRuntimes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Waiting tasks are expected after what is before them. */
class QueueForecastTest extends StoreContract {
    static Database database;

    private final SettableClock clock = new SettableClock(NOW);
    private final TestProvider painter = new TestProvider("painter").declaring(Duration.ofSeconds(10));
    private final QueueForecast forecast =
            new QueueForecast(database(), new TestProviders(painter), new DeclaredRuntimes(), clock);

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
    void theOnlyTaskIsExpectedAfterItsOwnRun() {
        assertEquals(NOW.plusSeconds(10), expected(schedule(ALICE, "a fox")));
    }

    @Test
    void everyTaskBeforeAddsItsRuntimeByItsImages() {
        schedule(ALICE, TaskRequest.of("a fox", "app", 3));
        schedule(ALICE, "a cat");
        assertEquals(NOW.plusSeconds(50), expected(schedule(ALICE, "a dog")));
    }

    @Test
    void whatRunsAddsWhatIsLeftOfIt() {
        claimed(schedule(ALICE, "a fox"));
        long id = schedule(ALICE, "a cat");
        assertEquals(NOW.plusSeconds(15), expected(id));
        clock.advance(Duration.ofSeconds(4));
        assertEquals(NOW.plusSeconds(15), expected(id));
        clock.advance(Duration.ofSeconds(10));
        assertEquals(NOW.plusSeconds(24), expected(id));
    }

    @Test
    void aTaskThatIsTriedLaterIsNotExpectedBeforeThat() {
        long id = schedule(ALICE, "a fox");
        ends.retry(claimed(id), "busy", NOW.plusSeconds(100), NOW);
        assertEquals(NOW.plusSeconds(110), expected(id));
    }

    @Test
    void whatRunsOrHasEndedKeepsWhatWasStored() {
        long id = schedule(ALICE, "a fox");
        Attempt attempt = claimed(id);
        Instant stored = row(id).completionExpectedAt();
        clock.advance(Duration.ofSeconds(3));
        assertEquals(stored, expected(id));
        ends.succeed(attempt, List.of(), NOW);
        assertEquals(stored, expected(id));
    }

    @Test
    void pollingDoesNotReadTheQueueEachTime() {
        long first = schedule(ALICE, "a fox");
        assertEquals(NOW.plusSeconds(10), expected(first));
        long second = schedule(ALICE, "a cat");
        database.update("DELETE FROM task WHERE id = ?", first);
        clock.advance(Duration.ofMillis(999));
        TaskRow row = row(second);
        assertEquals(NOW.plusMillis(999).plusSeconds(20), forecast.completionOf(row));
        clock.advance(Duration.ofMillis(1));
        assertEquals(NOW.plusSeconds(11), forecast.completionOf(row));
    }

    @Test
    void withoutProvidersWhatWasStoredStands() {
        long id = schedule(ALICE, "a fox");
        QueueForecast none = new QueueForecast(database, new TestProviders(), new DeclaredRuntimes(), clock);
        assertEquals(NOW, none.completionOf(row(id)));
    }

    private Instant expected(long id) {
        return forecast.completionOf(row(id));
    }
}
