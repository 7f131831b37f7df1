package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import dev.easel.host.image.ImageInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The end of a run is stored by the attempt that is the present one, and by no other. */
abstract class RunEndContract extends StoreContract {
    private static final Instant LATER = NOW.plusSeconds(7);
    private static final List<ImageInfo> IMAGES = List.of(
            new ImageInfo(0, "image/png", 10, "a".repeat(64), LATER),
            new ImageInfo(1, "image/webp", 20_000_000_000L, "b".repeat(64), LATER));

    /** Every way for a run to end. */
    enum End {
        SUCCEED,
        FAIL,
        RETRY,
        LACK,
        GIVE_BACK;

        boolean store(TaskEnds ends, Attempt attempt) {
            return store(ends, attempt, "too bad");
        }

        boolean store(TaskEnds ends, Attempt attempt, String reason) {
            return switch (this) {
                case SUCCEED -> ends.succeed(attempt, IMAGES, LATER);
                case FAIL -> ends.fail(attempt, reason, LATER);
                case RETRY -> ends.retry(attempt, reason, LATER.plusSeconds(1), LATER);
                case LACK -> ends.lack(attempt, reason, LATER.plusSeconds(1), LATER);
                case GIVE_BACK -> ends.giveBack(attempt, LATER);
            };
        }
    }

    @Test
    void aSuccessMakesTheImagesVisibleAndFreesTheTask() {
        long id = schedule(ALICE, "a fox");
        assertTrue(ends.succeed(claimed(id), IMAGES, LATER));
        assertEquals(TaskStatus.SUCCESSFUL, row(id).status());
        assertEquals(IMAGES, row(id).images());
        assertEquals(LATER, row(id).run().changedAt());
        assertEquals(Optional.empty(), row(id).run().host());
        assertEquals(Optional.of("painter"), row(id).run().provider());
    }

    @Test
    void ofSuccessesThatAreStoredAtOnceEachIsToldWhatBecameOfIt() throws Exception {
        int runs = 40;
        List<Attempt> attempts = IntStream.range(0, runs)
                .mapToObj(i -> claimed(schedule(ALICE, "a" + i)))
                .toList();
        IntStream.range(0, runs).filter(i -> i % 4 == 0).forEach(i -> ends.giveBack(attempts.get(i), NOW));
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            CyclicBarrier together = new CyclicBarrier(runs);
            List<Future<Boolean>> stored = attempts.stream()
                    .map(attempt -> threads.submit(() -> {
                        together.await();
                        return ends.succeed(attempt, images("image/" + attempt.taskId()), LATER);
                    }))
                    .toList();
            for (int i = 0; i < runs; i++) {
                assertEquals(i % 4 != 0, stored.get(i).get());
                TaskRow row = row(attempts.get(i).taskId());
                assertEquals(i % 4 == 0 ? List.of() : images("image/" + row.id()), row.images());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<ImageInfo> images(String mediaType) {
        return List.of(new ImageInfo(0, mediaType, 10, "a".repeat(64), LATER));
    }

    @Test
    void aSuccessForgetsWhyEarlierRunsFailed() {
        long id = schedule(ALICE, "a fox");
        ends.retry(claimed(id), "overloaded", NOW, NOW);
        ends.succeed(claimed(id), IMAGES, LATER);
        assertEquals(Optional.empty(), row(id).run().reason());
    }

    @Test
    void aFailureIsStoredWithItsReason() {
        long id = schedule(ALICE, "a fox");
        assertTrue(ends.fail(claimed(id), "the prompt is refused", LATER));
        assertEquals(TaskStatus.FAILED, row(id).status());
        assertEquals(Optional.of("the prompt is refused"), row(id).run().reason());
        assertEquals(List.of(), row(id).images());
        assertEquals(List.of(), order());
    }

    @Test
    void aReasonOfAnyLengthIsStoredAsFarAsThereIsRoom() {
        for (End end : List.of(End.FAIL, End.RETRY, End.LACK)) {
            long id = schedule(ALICE, "a fox");
            assertTrue(end.store(ends, claimed(id), "🦊".repeat(100_000)));
            assertEquals("🦊".repeat(4000) + " …", row(id).run().reason().orElseThrow());
        }
    }

    @Test
    void aLackDoesNotUseUpTheTimeForRetries() {
        long id = schedule(ALICE, "a fox");
        assertTrue(ends.lack(claimed(id), "no key", NOW, NOW));
        TaskRow.Run run = row(id).run();
        assertEquals(TaskStatus.SCHEDULED, row(id).status());
        assertEquals(Optional.of("no key"), run.reason());
        assertEquals(1, run.failures());
        assertEquals(Optional.empty(), run.failingSince());
    }

    @Test
    void aRetryCountsAsAFailureAndRemembersTheFirst() {
        long id = schedule(ALICE, "a fox");
        assertTrue(ends.retry(claimed(id), "one", NOW.plusSeconds(1), NOW));
        assertTrue(ends.retry(claimed(id), "two", NOW.plusSeconds(9), NOW.plusSeconds(5)));
        TaskRow.Run run = row(id).run();
        assertEquals(TaskStatus.SCHEDULED, row(id).status());
        assertEquals(2, run.failures());
        assertEquals(0, run.crashes());
        assertEquals(Optional.of(NOW), run.failingSince());
        assertEquals(NOW.plusSeconds(9), run.notBefore());
        assertEquals(Optional.of("two"), run.reason());
        assertEquals(Optional.empty(), run.host());
    }

    @Test
    void givingBackCountsAsNothing() {
        long id = schedule(ALICE, "a fox");
        assertTrue(ends.giveBack(claimed(id), LATER));
        TaskRow.Run run = row(id).run();
        assertEquals(TaskStatus.SCHEDULED, row(id).status());
        assertEquals(0, run.failures());
        assertEquals(0, run.crashes());
        assertEquals(1, run.attempt());
        assertEquals(Optional.empty(), run.failingSince());
        assertEquals(List.of("a fox"), order());
    }

    @ParameterizedTest
    @EnumSource
    void anEarlierAttemptCannotEndTheTask(End end) {
        long id = schedule(ALICE, "a fox");
        Attempt old = claimed(id);
        leases.crashed(row(id), null, NOW.plusSeconds(60), NOW.plusSeconds(60));
        Attempt present = claimed(id);
        assertUnchangedBy(id, same -> end.store(same, old));
        assertTrue(end.store(ends, present));
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatWaitsAgainCannotBeEnded(End end) {
        long id = schedule(ALICE, "a fox");
        Attempt old = claimed(id);
        ends.giveBack(old, NOW);
        assertUnchangedBy(id, same -> end.store(same, old));
    }

    @ParameterizedTest
    @EnumSource
    void whatHasEndedEndsOnlyOnce(End end) {
        long successful = schedule(ALICE, "a fox");
        Attempt first = claimed(successful);
        ends.succeed(first, IMAGES, NOW);
        assertUnchangedBy(successful, same -> end.store(same, first));
        long failed = schedule(ALICE, "a cat");
        Attempt second = claimed(failed);
        ends.fail(second, "refused", NOW);
        assertUnchangedBy(failed, same -> end.store(same, second));
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedTaskDoesNotComeBack(End end) {
        long id = schedule(ALICE, "a fox");
        Attempt attempt = claimed(id);
        store.delete(id);
        assertFalse(end.store(ends, attempt));
        assertEquals(Optional.empty(), store.find(id));
    }

    private void assertUnchangedBy(long id, Predicate<TaskEnds> write) {
        TaskRow before = row(id);
        assertFalse(write.test(ends));
        assertEquals(before, row(id));
    }
}
