package dev.easel.host.task;

import dev.easel.api.task.TaskRequest;
import dev.easel.host.database.Database;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ReadAheadTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final TaskIds ids = new TaskIds();
    private Database database;
    private ReadAhead ahead;

    @BeforeEach
    void open(@TempDir Path data) {
        database = EmbeddedDatabases.open(data);
        ahead = new ReadAhead(new TaskQueue(database));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aShortQueueIsReadEachTime() {
        queue("alice", 3);
        assertEquals(3, ahead.tasks(NOW).size());
        queue("bob", 1);
        assertEquals(4, ahead.tasks(NOW).size());
    }

    @Test
    void theHeadOfALongQueueIsReadAgainAfterAMoment() {
        queue("alice", 100);
        List<TaskRow> head = ahead.tasks(NOW);
        assertEquals(64, head.size());
        head.subList(0, 60).clear();
        assertEquals(4, ahead.tasks(NOW.plusMillis(49)).size());
        assertEquals(64, ahead.tasks(NOW.plusMillis(50)).size());
    }

    @Test
    void aHeadThatIsUsedUpIsReadAgainAtOnce() {
        queue("alice", 100);
        ahead.tasks(NOW).clear();
        assertEquals(64, ahead.tasks(NOW).size());
    }

    @Test
    void aClockThatIsSetBackDoesNotKeepTheHead() {
        queue("alice", 100);
        ahead.tasks(NOW).subList(0, 60).clear();
        assertEquals(64, ahead.tasks(NOW.minusSeconds(1)).size());
    }

    private void queue(String user, int count) {
        TaskStore store = new TaskStore(database);
        for (int i = 0; i < count; i++) {
            TaskRequest request = TaskRequest.of("a fox", "app", 1).withUserId(user);
            store.insertScheduled(
                    new NewTask(ids.next(), request, Owner.user(user), NOW.minusSeconds(5), NOW.minusSeconds(5)));
        }
    }
}
