package dev.easel.host.task;

import dev.easel.api.task.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A waiting task is taken by one host. */
abstract class ClaimContract extends StoreContract {

    @Test
    void aClaimSaysWhoRunsTheTaskAndWithWhat() {
        long id = schedule(ALICE, "a fox");
        assertTrue(queue.claim(row(id), claim("this host", NOW.plusSeconds(3))));
        TaskRow row = row(id);
        assertEquals(TaskStatus.RUNNING, row.status());
        assertEquals(1, row.run().attempt());
        assertEquals(Optional.of("this host"), row.run().host());
        assertEquals(Optional.of("painter"), row.run().provider());
        assertEquals(NOW.plusSeconds(3), row.run().changedAt());
        assertEquals(NOW.plusSeconds(8), row.completionExpectedAt());
        assertEquals(List.of(), order());
    }

    @Test
    void aTaskIsClaimedOnce() {
        TaskRow waiting = row(schedule(ALICE, "a fox"));
        assertTrue(queue.claim(waiting, claim("one", NOW)));
        assertFalse(queue.claim(waiting, claim("two", NOW)));
        assertEquals(Optional.of("one"), row(waiting.id()).run().host());
    }

    @Test
    void aRowThatWasReadBeforeTheTaskWasRunAndGivenBackClaimsNothing() {
        TaskRow stale = row(schedule(ALICE, "a fox"));
        ends.giveBack(claimed(stale.id()), NOW);
        assertFalse(queue.claim(stale, claim("late", NOW)));
        assertTrue(queue.claim(row(stale.id()), claim("quick", NOW)));
        assertEquals(2, row(stale.id()).run().attempt());
    }

    @Test
    void ofTasksThatAreClaimedTogetherOnlyThoseThatStillWaitAreTaken() {
        List<TaskRow> waiting = IntStream.range(0, 5)
                .mapToObj(i -> row(schedule(ALICE, "a" + i)))
                .toList();
        queue.claim(waiting.get(1), claim("quicker", NOW));
        store.delete(waiting.get(3).id());
        assertEquals(
                Set.of(waiting.get(0).id(), waiting.get(2).id(), waiting.get(4).id()),
                queue.claim(waiting, claim("slower", NOW)));
        assertEquals(Optional.of("quicker"), row(waiting.get(1).id()).run().host());
        assertEquals(Set.of(), queue.claim(waiting.subList(0, 2), claim("slowest", NOW)));
    }

    @Test
    void aDeletedTaskIsNotClaimed() {
        TaskRow deleted = row(schedule(ALICE, "a fox"));
        store.delete(deleted.id());
        assertFalse(queue.claim(deleted, claim("host", NOW)));
    }

    @Test
    void onlyTasksWhoseTimeHasComeWait() {
        long id = schedule(ALICE, "a fox");
        ends.retry(claimed(id), "overloaded", NOW.plusSeconds(10), NOW);
        assertEquals(List.of(), queue.waiting(NOW.plusMillis(9_999), 10));
        assertEquals(1, queue.waiting(NOW.plusSeconds(10), 10).size());
        assertEquals(Optional.of(NOW.plusSeconds(10)), queue.nextStart());
    }

    @Test
    void withoutWaitingTasksThereIsNoNextStart() {
        claimed(schedule(ALICE, "a fox"));
        assertEquals(Optional.empty(), queue.nextStart());
    }

    @Test
    void notMoreTasksAreLookedAtThanAskedFor() {
        IntStream.range(0, 5).forEach(i -> schedule(ALICE, "a" + i));
        assertEquals(3, queue.waiting(NOW, 3).size());
    }

    @Test
    void hostsThatRaceClaimEachTaskExactlyOnce() throws Exception {
        int tasks = 100;
        int hosts = 4;
        List<Long> ids = IntStream.range(0, tasks)
                .mapToObj(i -> schedule(i % 2 == 0 ? ALICE : BOB, "a" + i))
                .toList();
        List<Long> claimed = race(hosts);
        assertEquals(
                ids.stream().sorted().toList(),
                claimed.stream().sorted().toList(),
                "every task once and no task twice");
        ids.forEach(id -> assertEquals(1, row(id).run().attempt()));
    }

    private List<Long> race(int hosts) throws Exception {
        CyclicBarrier start = new CyclicBarrier(hosts);
        ExecutorService threads = Executors.newFixedThreadPool(hosts);
        try {
            List<Callable<List<Long>>> racers = IntStream.range(0, hosts)
                    .<Callable<List<Long>>>mapToObj(host -> () -> {
                        start.await();
                        return claimAll("host " + host);
                    })
                    .toList();
            List<Long> claimed = new ArrayList<>();
            for (Future<List<Long>> racer : threads.invokeAll(racers)) {
                claimed.addAll(racer.get());
            }
            return claimed;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> claimAll(String host) {
        List<Long> claimed = new ArrayList<>();
        List<TaskRow> waiting = queue.waiting(NOW, 16);
        while (!waiting.isEmpty()) {
            waiting.stream()
                    .filter(task -> queue.claim(task, claim(host, NOW)))
                    .map(TaskRow::id)
                    .forEach(claimed::add);
            waiting = queue.waiting(NOW, 16);
        }
        return claimed;
    }
}
