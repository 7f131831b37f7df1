package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Callers take turns. */
abstract class TurnContract extends StoreContract {

    @Test
    void aCallersTasksKeepTheirOrder() {
        List<String> inputs = IntStream.range(0, 40).mapToObj(i -> "a" + i).toList();
        inputs.forEach(input -> schedule(ALICE, input));
        assertEquals(inputs, order());
    }

    @Test
    void callersAlternate() {
        schedule(ALICE, "a1");
        schedule(ALICE, "a2");
        schedule(ALICE, "a3");
        schedule(BOB, "b1");
        schedule(BOB, "b2");
        assertEquals(List.of("a1", "b1", "a2", "b2", "a3"), order());
    }

    @Test
    void threeCallersTakeTurnsWhateverOrderTheyCameIn() {
        Owner carol = Owner.user("carol");
        for (Owner owner : List.of(carol, ALICE, BOB)) {
            String name = owner.userId().orElseThrow().substring(0, 1);
            IntStream.rangeClosed(1, 3).forEach(i -> schedule(owner, name + i));
        }
        assertEquals(List.of("c1", "a1", "b1", "c2", "a2", "b2", "c3", "a3", "b3"), order());
    }

    @Test
    void aNewcomerIsNotHeldUpByABacklog() {
        IntStream.rangeClosed(1, 100).forEach(i -> schedule(ALICE, "a" + i));
        finishFirst(50);
        schedule(BOB, "b1");
        assertEquals(List.of("a51", "b1", "a52"), order().subList(0, 3));
    }

    @Test
    void aNewcomersBacklogDoesNotOvertakeTheOthers() {
        IntStream.rangeClosed(1, 100).forEach(i -> schedule(ALICE, "a" + i));
        finishFirst(50);
        IntStream.rangeClosed(1, 5).forEach(i -> schedule(BOB, "b" + i));
        assertEquals(
                List.of("a51", "b1", "a52", "b2", "a53", "b3", "a54", "b4", "a55", "b5", "a56"),
                order().subList(0, 11));
    }

    @Test
    void whoWasServedLongAgoSavesUpNoTurns() {
        schedule(BOB, "b0");
        finishFirst(1);
        IntStream.rangeClosed(1, 20).forEach(i -> schedule(ALICE, "a" + i));
        finishFirst(10);
        IntStream.rangeClosed(1, 3).forEach(i -> schedule(BOB, "b" + i));
        assertEquals(List.of("a11", "b1", "a12", "b2", "a13", "b3"), order().subList(0, 6));
    }

    @Test
    void afterTheQueueWasEmptyEverybodyBeginsAtTheSameTurn() {
        IntStream.rangeClosed(1, 30).forEach(i -> schedule(ALICE, "old" + i));
        finishFirst(30);
        schedule(BOB, "b1");
        schedule(BOB, "b2");
        schedule(ALICE, "a1");
        assertEquals(List.of("b1", "b2", "a1"), order());
    }

    @Test
    void aTaskThatWaitsForItsNextTryDoesNotLetNewcomersOvertake() {
        IntStream.rangeClosed(1, 100).forEach(i -> schedule(ALICE, "a" + i));
        long failed = queue.waiting(NOW, 1).get(0).id();
        ends.retry(claimed(failed), "overloaded", NOW.plus(Duration.ofMinutes(5)), NOW);
        finishFirst(49);
        IntStream.rangeClosed(1, 3).forEach(i -> schedule(BOB, "b" + i));
        assertEquals(List.of("a51", "b1", "a52", "b2", "a53", "b3"), order().subList(0, 6));
    }

    @Test
    void whereAllWaitForTheirNextTryANewcomerIsFirst() {
        IntStream.rangeClosed(1, 3).forEach(i -> schedule(ALICE, "a" + i));
        for (TaskRow waiting : queue.waiting(NOW, 3)) {
            ends.retry(claimed(waiting.id()), "overloaded", NOW.plusSeconds(60), NOW);
        }
        schedule(BOB, "b1");
        List<String> later = queue.waiting(NOW.plusSeconds(60), 10).stream()
                .map(task -> task.request().input())
                .toList();
        assertEquals(List.of("a1", "b1", "a2", "a3"), later);
    }

    @Test
    void allGuestsOfOneAddressAreOneCaller() {
        schedule(guest("one"), "g1");
        schedule(guest("two"), "g2");
        schedule(ALICE, "a1");
        assertEquals(List.of("g1", "a1", "g2"), order());
    }

    @Test
    void aTaskThatWasRunAtOnceUsesUpATurn() {
        store.insertRunning(newTask(ALICE, TaskRequest.of("a0", "app", 1)), claim("host", NOW));
        schedule(ALICE, "a1");
        schedule(BOB, "b1");
        schedule(ALICE, "a2");
        schedule(BOB, "b2");
        assertEquals(List.of("a1", "b1", "a2", "b2"), order());
    }

    @Test
    void theQueuesPresentTurnMayBeReadAMomentAgoButACallersLastOneMayNot() {
        Turns turns = new Turns(database(), Duration.ofMillis(50));
        IntStream.rangeClosed(1, 10).forEach(i -> schedule(ALICE, "a" + i));
        assertEquals(0, taken(turns, "bob", NOW));
        finishFirst(5);
        assertEquals(0, taken(turns, "bob", NOW.plusMillis(49)));
        assertEquals(5, taken(turns, "bob", NOW.plusMillis(50)));
        assertEquals(10, taken(turns, ALICE.turnKey(), NOW.plusMillis(50)));
        schedule(ALICE, "a11");
        assertEquals(11, taken(turns, ALICE.turnKey(), NOW.plusMillis(50)));
    }

    @Test
    void whatACallerStoresAtOnceGetsTurnsOfItsOwn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Long>> orders = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Long>) () -> schedule(ALICE, "a"))
                    .toList();
            for (Future<Long> stored : threads.invokeAll(orders)) {
                stored.get();
            }
        } finally {
            threads.shutdownNow();
        }
        Set<Long> turns = database().query("SELECT turn FROM task", Ids.READ);
        assertEquals(40, turns.size());
    }

    private static long taken(Turns turns, String caller, Instant now) {
        AtomicLong taken = new AtomicLong();
        turns.take(caller, now, taken::set);
        return taken.get();
    }

    private void finishFirst(int count) {
        for (TaskRow waiting : queue.waiting(NOW, count)) {
            ends.succeed(claimed(waiting.id()), List.of(), NOW);
        }
    }
}
