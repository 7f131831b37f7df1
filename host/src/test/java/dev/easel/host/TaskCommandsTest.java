package dev.easel.host;

import dev.easel.host.control.ControlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

final class TaskCommandsTest {
    private static final String HEADER =
            "ID                STATUS      USER              APP               IMAGES  PROVIDER          ATTEMPTS  CHANGED                   REASON";
    private static final String WAITING =
            "9007199254740991  scheduled   -                 curl                   2  -                        0  1970-01-01T00:00:01Z      all slots are taken";
    private static final String FAILED =
            "7                 failed      alice             app                    1  openai-fast              3  1970-01-01T00:01:01.500Z  refused\\n\\u001b[2Jrest";

    private final Path data;
    private final CommandLineFixture easel;

    TaskCommandsTest(@TempDir Path folder) throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        easel = new CommandLineFixture(folder);
    }

    @Test
    void withoutAHostTheDatabaseIsOpened() {
        assertEquals(0, easel.run("task", "list"));
        assertEquals(List.of(HEADER, WAITING, FAILED), easel.out().lines().toList());
        assertEquals(List.of("database opened"), easel.engine.events);
    }

    @Test
    void aRunningHostIsAsked() throws IOException {
        try (ControlServer host = ControlServer.open(data, TaskControl.handlers(new FakeTasks()))) {
            assertEquals(0, easel.run("task", "list"));
            assertEquals(List.of(HEADER, WAITING, FAILED), easel.out().lines().toList());
            assertEquals(0, easel.run("task", "list", "--failed"));
            assertEquals(List.of(HEADER, FAILED), easel.out().lines().toList());
            assertEquals(0, easel.run("task", "list", "--user", "bob"));
            assertEquals(List.of(HEADER), easel.out().lines().toList());
            assertEquals(List.of(), easel.engine.events);
        }
    }

    @Test
    void whatTheHostRefusesIsSaid() throws IOException {
        try (ControlServer host = ControlServer.open(data, TaskControl.handlers(new FakeTasks()))) {
            assertEquals(1, easel.run("task", "list", "--user", "broken"));
            assertEquals(List.of("The database is away."), easel.errLines());
        }
    }

    @Test
    void aTaskIsShownTheSameWithAndWithoutAHost() throws IOException {
        assertEquals(0, easel.run("task", "show", "7"));
        List<String> expected = List.of(
                "id: 7",
                "status: failed",
                "user: alice",
                "app: app",
                "images: 1",
                "attempts: 3",
                "crashes: 1",
                "failures: 2",
                "provider: openai-fast",
                "failed because: refused\\n\\u001b[2Jrest",
                "created: 1970-01-01T00:00:02Z",
                "changed: 1970-01-01T00:01:01.500Z");
        assertEquals(expected, easel.out().lines().toList());
        try (ControlServer host = ControlServer.open(data, TaskControl.handlers(new FakeTasks()))) {
            assertEquals(0, easel.run("task", "show", "7"));
            assertEquals(expected, easel.out().lines().toList());
        }
    }

    @Test
    void aTaskThatIsNotThereIsAFault() {
        assertEquals(1, easel.run("task", "show", "8"));
        assertEquals(List.of("There is no task 8; easel task list shows those there are."), easel.errLines());
    }

    @Test
    void everyFieldSurvivesTheSocket() {
        assertEquals(FakeTasks.FAILED, TaskReportJson.read(TaskReportJson.write(FakeTasks.FAILED)));
        assertEquals(FakeTasks.WAITING, TaskReportJson.read(TaskReportJson.write(FakeTasks.WAITING)));
    }

    @Test
    void servingOpensTheSocketAndTakesItAway() {
        StopSignal whileServing = new StopSignal() {
            @Override
            public void arm() {}

            @Override
            public void await() {
                assertTrue(Files.exists(data.resolve("easel.sock")));
            }
        };
        assertEquals(0, easel.run(whileServing, "serve"));
        assertTrue(Files.notExists(data.resolve("easel.sock")));
    }
}
