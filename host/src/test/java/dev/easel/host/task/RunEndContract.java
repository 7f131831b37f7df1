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
        GIVE_BACK;

        boolean store(TaskQueue queue, Attempt attempt) {
            return switch (this) {
                case SUCCEED -> queue.succeed(attempt, IMAGES, LATER);
                case FAIL -> queue.fail(attempt, "too bad", LATER);
                case RETRY -> queue.retry(attempt, "too bad", LATER.plusSeconds(1), LATER);
                case GIVE_BACK -> queue.giveBack(attempt, LATER);
            };
        }
    }

    @Test
    void aSuccessMakesTheImagesVisibleAndFreesTheTask() {
        long id = schedule(ALICE, "a fox");
        assertTrue(queue.succeed(claimed(id), IMAGES, LATER));
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
        IntStream.range(0, runs).filter(i -> i % 4 == 0).forEach(i -> queue.giveBack(attempts.get(i), NOW));
        ExecutorService threads = Executors.newFixedThreadPool(runs);
        try {
            CyclicBarrier together = new CyclicBarrier(runs);
            List<Future<Boolean>> stored = attempts.stream()
                    .map(attempt -> threads.submit(() -> {
                        together.await();
                        return queue.succeed(attempt, images("image/" + attempt.taskId()), LATER);
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
        queue.retry(claimed(id), "overloaded", NOW, NOW);
        queue.succeed(claimed(id), IMAGES, LATER);
        assertEquals(Optional.empty(), row(id).run().reason());
    }

    @Test
    void aFailureIsStoredWithItsReason() {
        long id = schedule(ALICE, "a fox");
        assertTrue(queue.fail(claimed(id), "the prompt is refused", LATER));
        assertEquals(TaskStatus.FAILED, row(id).status());
        assertEquals(Optional.of("the prompt is refused"), row(id).run().reason());
        assertEquals(List.of(), row(id).images());
        assertEquals(List.of(), order());
    }

    @Test
    void aRetryCountsAsAFailureAndRemembersTheFirst() {
        long id = schedule(ALICE, "a fox");
        assertTrue(queue.retry(claimed(id), "one", NOW.plusSeconds(1), NOW));
        assertTrue(queue.retry(claimed(id), "two", NOW.plusSeconds(9), NOW.plusSeconds(5)));
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
        assertTrue(queue.giveBack(claimed(id), LATER));
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
        queue.crashed(row(id), null, NOW.plusSeconds(60), NOW.plusSeconds(60));
        Attempt present = claimed(id);
        assertUnchangedBy(id, queue -> end.store(queue, old));
        assertTrue(end.store(queue, present));
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatWaitsAgainCannotBeEnded(End end) {
        long id = schedule(ALICE, "a fox");
        Attempt old = claimed(id);
        queue.giveBack(old, NOW);
        assertUnchangedBy(id, queue -> end.store(queue, old));
    }

    @ParameterizedTest
    @EnumSource
    void whatHasEndedEndsOnlyOnce(End end) {
        long successful = schedule(ALICE, "a fox");
        Attempt first = claimed(successful);
        queue.succeed(first, IMAGES, NOW);
        assertUnchangedBy(successful, queue -> end.store(queue, first));
        long failed = schedule(ALICE, "a cat");
        Attempt second = claimed(failed);
        queue.fail(second, "refused", NOW);
        assertUnchangedBy(failed, queue -> end.store(queue, second));
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedTaskDoesNotComeBack(End end) {
        long id = schedule(ALICE, "a fox");
        Attempt attempt = claimed(id);
        store.delete(id);
        assertFalse(end.store(queue, attempt));
        assertEquals(Optional.empty(), store.find(id));
    }

    private void assertUnchangedBy(long id, Predicate<TaskQueue> write) {
        TaskRow before = row(id);
        assertFalse(write.test(queue));
        assertEquals(before, row(id));
    }
}
