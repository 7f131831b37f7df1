package dev.easel.host.task;

import dev.easel.host.task.EventStore.Pending;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An end is stored together with its pending event, and one host takes it. */
abstract class EventContract extends StoreContract {
    private static final Instant UNTIL = NOW.plusSeconds(120);

    private final EventStore events = new EventStore(database());

    @Test
    void successAndFailureLeaveAnEventEachTheOldestFirst() {
        long failed = schedule(ALICE, "a cat");
        long successful = schedule(ALICE, "a fox");
        ends.succeed(claimed(successful), List.of(), NOW.plusSeconds(1));
        ends.fail(claimed(failed), "refused", NOW.plusSeconds(2));
        assertEquals(
                List.of(new Pending(successful, NOW.plusSeconds(1)), new Pending(failed, NOW.plusSeconds(2))),
                events.due(NOW.plusSeconds(2), 10));
        assertEquals(1, events.due(NOW.plusSeconds(2), 1).size());
    }

    @Test
    void theLastCrashLeavesAnEventAndTheOthersNone() {
        long id = schedule(ALICE, "a fox");
        claimed(id);
        leases.crashed(row(id), null, NOW.plusSeconds(60), NOW);
        assertEquals(List.of(), events.due(NOW, 10));
        claimed(id);
        leases.crashed(row(id), "crashed", NOW.plusSeconds(60), NOW);
        assertEquals(List.of(new Pending(id, NOW)), events.due(NOW, 10));
    }

    @Test
    void whatDidNotEndLeavesNoEvent() {
        long retried = schedule(ALICE, "a fox");
        ends.retry(claimed(retried), "busy", NOW, NOW);
        long givenBack = schedule(ALICE, "a cat");
        ends.giveBack(claimed(givenBack), NOW);
        assertEquals(List.of(), events.due(NOW.plusSeconds(1000), 10));
    }

    @Test
    void anEndThatNobodyHearsOfLeavesNoEvent() {
        long id = schedule(ALICE, "a fox");
        new TaskEnds(database(), new EndNews(new DeafOutbox(), new QueueListeners()))
                .succeed(claimed(id), List.of(), NOW);
        assertEquals(List.of(), events.due(NOW.plusSeconds(1000), 10));
    }

    @Test
    void ofTwoHostsOneTakesAnEventUntilItsLeaseIsOver() {
        Pending event = ended();
        assertTrue(events.claim(event, UNTIL));
        assertFalse(events.claim(event, UNTIL.plusSeconds(1)));
        assertEquals(List.of(), events.due(NOW.plusSeconds(119), 10));
        assertEquals(List.of(new Pending(event.taskId(), UNTIL)), events.due(UNTIL, 10));
    }

    @Test
    void whatWasDeliveredIsNotDeliveredAgain() {
        Pending event = ended();
        events.claim(event, UNTIL);
        events.delivered(event.taskId(), UNTIL);
        assertEquals(List.of(), events.due(UNTIL.plusSeconds(1000), 10));
    }

    @Test
    void aHostThatIsLateEndsNothingThatAnotherTook() {
        Pending event = ended();
        events.claim(event, UNTIL);
        events.claim(new Pending(event.taskId(), UNTIL), UNTIL.plusSeconds(120));
        events.delivered(event.taskId(), UNTIL);
        assertEquals(1, events.due(UNTIL.plusSeconds(1000), 10).size());
    }

    @Test
    void theEventOfADeletedTaskCannotBeTaken() {
        Pending event = ended();
        store.delete(event.taskId());
        assertFalse(events.claim(event, UNTIL));
    }

    @Test
    void theOnlyHostTakesUpAtOnceWhatItsPredecessorHadTaken() {
        Pending event = ended();
        events.claim(event, UNTIL);
        events.releaseAll(NOW);
        assertEquals(List.of(new Pending(event.taskId(), NOW)), events.due(NOW, 10));
    }

    @Test
    void eventsThatNobodyHearsOfAreForgotten() {
        ended();
        events.forgetAll();
        assertEquals(List.of(), events.due(NOW.plusSeconds(1000), 10));
    }

    private Pending ended() {
        long id = schedule(ALICE, "a fox");
        ends.succeed(claimed(id), List.of(), NOW);
        return new Pending(id, NOW);
    }

    private static final class DeafOutbox implements EventOutbox {
        @Override
        public boolean isHeard() {
            return false;
        }

        @Override
        public void added() {}
    }
}
