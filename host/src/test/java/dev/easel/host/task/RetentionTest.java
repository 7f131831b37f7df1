package dev.easel.host.task;

import dev.easel.api.provider.Readiness;
import dev.easel.api.task.TaskStatus;
import dev.easel.host.database.Database;
import dev.easel.host.image.FileImageStore;
import dev.easel.host.image.ImageInfo;
import dev.easel.host.image.UnacceptableImageException;
import dev.easel.host.provider.ProviderRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What ended goes after its time, with its images; what nobody needs goes too, and nothing else. */
class RetentionTest extends StoreContract {
    private static final Duration WEEK = Duration.ofDays(7);

    static Database database;

    private final SettableClock clock = new SettableClock(NOW);
    private final TestProvider painter = new TestProvider("painter");
    private final RetentionStore kept = new RetentionStore(database());

    @TempDir
    Path folder;

    private FileImageStore images;

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

    @BeforeEach
    void openImages() throws IOException {
        images = FileImageStore.open(folder, Clock.systemUTC());
    }

    @Test
    void whatEndedIsRemovedWithItsImagesAfterItsTimeAndNotBefore() throws IOException {
        long successful = succeeded();
        long failed = schedule(ALICE, "a cat");
        ends.fail(claimed(failed), "refused", NOW);
        clock.advance(WEEK);
        sweep();
        assertTrue(store.find(successful).isPresent() && store.find(failed).isPresent());
        clock.advance(Duration.ofMillis(1));
        sweep();
        assertFalse(store.find(successful).isPresent() || store.find(failed).isPresent());
        assertEquals(List.of(), files());
    }

    @Test
    void moreThanABatchIsRemovedAtOnce() {
        for (int i = 0; i < 250; i++) {
            long id = schedule(ALICE, "a fox");
            ends.fail(claimed(id), "refused", NOW);
        }
        clock.advance(WEEK.plusMillis(1));
        sweep();
        long left = database.query("SELECT COUNT(*) FROM task", rows -> rows.next() ? rows.getLong(1) : -1L);
        assertEquals(0, left);
    }

    @Test
    void whatWaitsOrRunsStays() {
        long waiting = schedule(ALICE, "a fox");
        long running = schedule(BOB, "a cat");
        claimed(running);
        clock.advance(WEEK.multipliedBy(2));
        sweep();
        assertEquals(TaskStatus.SCHEDULED, row(waiting).status());
        assertEquals(TaskStatus.RUNNING, row(running).status());
    }

    @Test
    void aTaskForWhichNoProviderWasReadyFailsWithWhatTheyLack() {
        painter.being(Readiness.notReady("The key was refused."));
        long id = schedule(ALICE, "a fox");
        clock.advance(WEEK.plusMillis(1));
        sweep();
        assertEquals(TaskStatus.FAILED, row(id).status());
        assertEquals(
                Optional.of("no provider was ready for 7 d: painter: The key was refused."),
                row(id).run().reason());
        assertEquals(1, new EventStore(database).due(clock.instant(), 10).size());
    }

    @Test
    void aTaskThatWaitsForProvidersForLessThanThatStays() {
        painter.being(Readiness.notReady("The key was refused."));
        long id = schedule(ALICE, "a fox");
        clock.advance(WEEK);
        sweep();
        assertEquals(TaskStatus.SCHEDULED, row(id).status());
    }

    @Test
    void whereTasksWereRunMeanwhileTheOthersGoOnWaiting() {
        painter.being(Readiness.notReady("The key was refused."));
        long waiting = schedule(ALICE, "a fox");
        long other = schedule(BOB, "a cat");
        ends.succeed(claimed(other), List.of(), NOW.plus(Duration.ofDays(5)));
        clock.advance(WEEK.plusMillis(1));
        sweep();
        assertEquals(TaskStatus.SCHEDULED, row(waiting).status());
    }

    @Test
    void imagesOfATaskThatIsGoneAreDeleted() throws IOException {
        long id = succeeded();
        store.delete(id);
        sweepLeftovers(id, Instant.MAX);
        assertEquals(List.of(), files());
    }

    @Test
    void publishedImagesAndThoseOfTheRunningAttemptStay() throws IOException {
        long successful = succeeded();
        long running = schedule(ALICE, "a fox");
        claimed(running);
        write(running, 1);
        List<Path> before = files();
        sweepLeftovers(successful, Instant.MAX);
        sweepLeftovers(running, Instant.MAX);
        assertEquals(before, files());
    }

    @Test
    void whatEarlierAttemptsLeftIsDeletedPublishedOrNot() throws IOException {
        long id = schedule(ALICE, "a fox");
        Files.createDirectories(taskFolder(id).resolve(".1.5d1f7d6e-0000.part"));
        Files.createDirectories(taskFolder(id).resolve("2"));
        sweepLeftovers(id, Instant.MAX);
        assertFalse(Files.exists(taskFolder(id).resolve(".1.5d1f7d6e-0000.part")));
        assertFalse(Files.exists(taskFolder(id).resolve("2")));
    }

    @Test
    void whatWasTouchedSinceTheSafeAgeIsLeftAloneToTheFile() throws IOException {
        long id = succeeded();
        store.delete(id);
        Instant safe = Instant.now().minus(Duration.ofHours(1));
        sweepLeftovers(id, safe);
        assertEquals(2, files().size());
        for (Path file : Stream.concat(
                        files().stream(),
                        Stream.of(taskFolder(id), taskFolder(id).resolve("1")))
                .toList()) {
            Files.setLastModifiedTime(file, FileTime.from(safe.minusSeconds(1)));
        }
        sweepLeftovers(id, safe);
        assertEquals(List.of(), files());
    }

    @Test
    void foreignFilesAreNotTouched() throws IOException {
        long id = schedule(ALICE, "a fox");
        Path foreign = Files.createDirectories(taskFolder(id)).resolve("notes.txt");
        Files.writeString(foreign, "mine");
        Files.writeString(folder.resolve("readme"), "mine");
        for (int part = 0; part < 256; part++) {
            new Leftovers(kept, images).sweep(part, Instant.MAX);
        }
        assertEquals(2, files().size());
    }

    private long succeeded() throws IOException {
        long id = schedule(ALICE, "a fox");
        Attempt attempt = claimed(id);
        ends.succeed(attempt, write(id, 2), NOW);
        return id;
    }

    private List<ImageInfo> write(long id, int count) throws IOException {
        try (var attempt = images.begin(id, 1, count)) {
            for (var sink : attempt.sinks()) {
                sink.write(Behaviour.png());
            }
            return attempt.publish();
        } catch (UnacceptableImageException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path taskFolder(long id) {
        return folder.resolve(String.format("%02x", id & 0xFF)).resolve(Long.toString(id));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void sweep() {
        ProviderRegistry registry = new TestProviders(painter);
        new Retention(kept, ends, images, registry, new Retention.Period(WEEK, clock)).sweep();
    }

    private void sweepLeftovers(long id, Instant before) {
        new Leftovers(kept, images).sweep((int) (id & 0xFF), before);
    }
}
