package dev.easel.host.task;

import dev.easel.host.database.Database;
import dev.easel.host.image.FileImageStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is due is done at the start already. */
@Timeout(60)
class MaintenanceTest extends StoreContract {
    static Database database;

    private final SettableClock clock = new SettableClock(NOW.plus(Duration.ofDays(8)));
    private final ActiveRuns active = new ActiveRuns();

    @TempDir
    Path folder;

    private Maintenance maintenance;

    @BeforeAll
    static void open(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @Override
    Database database() {
        return database;
    }

    @BeforeEach
    void make() throws IOException {
        FileImageStore images = FileImageStore.open(folder, clock);
        RetentionStore kept = new RetentionStore(database);
        maintenance = new Maintenance(
                new Retention(
                        kept,
                        ends,
                        images,
                        new TestProviders(new TestProvider("painter")),
                        new Retention.Period(Duration.ofDays(7), clock)),
                new Leftovers(kept, images),
                new RunWatch(kept, active, "host"),
                clock);
    }

    @AfterEach
    void stop() {
        maintenance.close();
    }

    @Test
    void oldTasksAreRemovedAtTheStart() {
        long old = schedule(ALICE, "a fox");
        ends.fail(claimed(old), "refused", NOW);
        maintenance.start(false);
        await().until(() -> store.find(old).isEmpty());
    }

    @Test
    void aHostThatIsAloneDeletesFreshLeftoversAtTheStart() throws IOException {
        Path leftover = Files.createDirectories(folder.resolve("ff/255/1"));
        Files.writeString(leftover.resolve("0"), "half an image");
        maintenance.start(true);
        await().until(() -> Files.notExists(folder.resolve("ff/255")));
    }

    @Test
    void runsThatAreNoLongerThisHostsAreCancelledSoon() {
        long id = schedule(ALICE, "a fox");
        ActiveRun run = new ActiveRun(claimed(id), fraction -> {});
        active.add(run);
        store.delete(id);
        maintenance.start(false);
        await().until(() -> run.cancellation().isCancelled());
        assertTrue(store.find(id).isEmpty());
    }
}
