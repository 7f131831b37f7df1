package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.api.task.TaskStatus;
import dev.easel.api.task.TaskStoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Storing, finding, listing and deleting. */
abstract class StoringContract extends StoreContract {

    @Test
    void aScheduledTaskIsFoundAsItWasStored() {
        TaskRequest request = new TaskRequest("a fox", "notes", 3, Optional.of("alice"), "page 7");
        Instant expected = NOW.plusSeconds(90);
        NewTask task = new NewTask(4711, request, ALICE, expected, NOW);
        store.insertScheduled(task);
        TaskRow.Run never = new TaskRow.Run(
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                NOW,
                NOW);
        assertEquals(new TaskRow(4711, TaskStatus.SCHEDULED, request, 0, expected, never, List.of()), row(4711));
    }

    @Test
    void aTaskThatIsRunAtOnceIsInItsFirstAttemptFromTheStart() {
        NewTask task = newTask(ALICE, TaskRequest.of("a fox", "app", 1));
        store.insertRunning(task, claim("this host", NOW));
        TaskRow row = row(task.id());
        assertEquals(TaskStatus.RUNNING, row.status());
        assertEquals(1, row.run().attempt());
        assertEquals(Optional.of("this host"), row.run().host());
        assertEquals(Optional.of("painter"), row.run().provider());
        assertTrue(queue.waiting(NOW, 10).isEmpty());
    }

    @Test
    void anUnknownIdIsNotFound() {
        assertEquals(Optional.empty(), store.find(1));
        assertEquals(Optional.empty(), store.find(-1));
        assertEquals(Optional.empty(), store.find(Long.MAX_VALUE));
    }

    @Test
    void anIdIsNeverGivenToTwoTasks() {
        NewTask task = newTask(ALICE, TaskRequest.of("a fox", "app", 1));
        store.insertScheduled(task);
        assertThrows(TaskStoreException.class, () -> store.insertScheduled(task));
    }

    @ParameterizedTest
    @ValueSource(strings = {"狐 in the snow 🦊", "ثعلب", "it's \"quoted\"; DROP TABLE task; -- \\ % _", "two\nlines\t "})
    void textIsKeptToTheLetter(String text) {
        long id = schedule(ALICE, new TaskRequest(text, text, 1, Optional.empty(), text));
        assertEquals(text, row(id).request().input());
        assertEquals(text, row(id).request().appId());
        assertEquals(text, row(id).request().identifier());
    }

    @Test
    void theLongestRequestIsKept() {
        String input = "🦊".repeat(TaskRequest.MAX_INPUT);
        String name = "狐".repeat(TaskRequest.MAX_NAME);
        long id = schedule(ALICE, new TaskRequest(input, name, 12, Optional.empty(), name));
        assertEquals(new TaskRequest(input, name, 12, Optional.of("alice"), name), row(id).request());
    }

    @Test
    void aListLongerThanAPageIsCompleteAndOldestFirst() {
        List<String> inputs =
                IntStream.range(0, 1001).mapToObj(i -> "prompt " + i).toList();
        inputs.forEach(input -> schedule(ALICE, input));
        assertEquals(inputs, listed(ALICE, "app"));
    }

    @Test
    void aListOfExactlyOnePageEnds() {
        IntStream.range(0, 500).forEach(i -> schedule(ALICE, "prompt " + i));
        assertEquals(500, listed(ALICE, "app").size());
    }

    @Test
    void namesAreComparedToTheLetterAndTheSpace() {
        for (String name : List.of("alice", "Alice", "alice ", "alicé")) {
            schedule(Owner.user(name), TaskRequest.of("of [" + name + "]", "app", 1));
            schedule(Owner.user("carol"), TaskRequest.of("for [" + name + "]", name, 1));
        }
        for (String name : List.of("alice", "Alice", "alice ", "alicé")) {
            assertEquals(List.of("of [" + name + "]"), listed(Owner.user(name), "app"));
            assertEquals(List.of("for [" + name + "]"), listed(Owner.user("carol"), name));
        }
    }

    @Test
    void aLaterUserOfTheSameNameInheritsNothing() {
        Owner before = Owner.user("alice", 7);
        Owner after = Owner.user("alice", 8);
        long id = schedule(before, "of the first alice");
        schedule(ALICE, "of a name that no user has");
        schedule(after, "of the second alice");
        assertEquals(List.of("of the first alice"), listed(before, "app"));
        assertEquals(List.of("of the second alice"), listed(after, "app"));
        assertEquals(List.of("of a name that no user has"), listed(ALICE, "app"));
        assertTrue(row(id).isOpenTo(before));
        assertFalse(row(id).isOpenTo(after));
        assertFalse(row(id).isOpenTo(ALICE));
        assertFalse(row(id).isOpenTo(guest("one")));
    }

    @Test
    void guestsAreToldApartByTheirCookie() {
        schedule(guest("one"), "first");
        schedule(guest("two"), "second");
        schedule(ALICE, "a user's");
        assertEquals(List.of("first"), listed(guest("one"), "app"));
        assertEquals(List.of("second"), listed(guest("two"), "app"));
        assertEquals(List.of(), listed(guest("One"), "app"));
    }

    @Test
    void aGuestWithoutACookieHasNoList() {
        Owner nobody = Owner.guest("192.0.2.1", Optional.empty());
        schedule(nobody, "a fox");
        assertEquals(List.of(), listed(nobody, "app"));
    }

    @Test
    void theListOfAllGuestsHasNoTaskOfAUser() {
        schedule(guest("one"), "with a cookie");
        schedule(ALICE, "a user's");
        schedule(Owner.guest("192.0.2.2", Optional.empty()), "without a cookie");
        schedule(Owner.plugin("gallery"), "a plugin's");
        schedule(guest("one"), TaskRequest.of("elsewhere", "other", 1));
        List<String> found = new ArrayList<>();
        store.listGuests("app", task -> found.add(task.request().input()));
        assertEquals(List.of("with a cookie", "without a cookie", "a plugin's"), found);
    }

    @Test
    void aDeletedTaskIsGoneAndOthersStay() {
        long gone = schedule(ALICE, "gone");
        long stays = schedule(ALICE, "stays");
        assertTrue(store.delete(gone));
        assertFalse(store.delete(gone));
        assertEquals(Optional.empty(), store.find(gone));
        assertEquals("stays", row(stays).request().input());
    }
}
